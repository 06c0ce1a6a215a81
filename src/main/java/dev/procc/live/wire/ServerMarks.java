package dev.procc.live.wire;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a live process has besides the fields of definitions.
///
/// @param readOnlyNodes ids of jobs and groups that the server marks read-only, so that they cannot
///   be renamed
/// @param taggedJobs ids of jobs with tags, which only exist in Workiva
/// @param unknownFields members that the catalog does not have, in reading order
public record ServerMarks(
    Set<String> readOnlyNodes, Set<String> taggedJobs, List<UnknownField> unknownFields) {
  /// Nothing besides the definition.
  public static final ServerMarks NONE = new ServerMarks(Set.of(), Set.of(), List.of());

  public ServerMarks {
    readOnlyNodes = Collections.unmodifiableSet(new LinkedHashSet<>(readOnlyNodes));
    taggedJobs = Collections.unmodifiableSet(new LinkedHashSet<>(taggedJobs));
    unknownFields = List.copyOf(unknownFields);
  }
}
