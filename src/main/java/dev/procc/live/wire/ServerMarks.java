package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.base.text.Sha256;
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

  /// The hash of no tags, as `besides` begins with it.
  static final String NO_TAGS = "+" + hash(Json.texts(List.of()));

  /// The hash of no unknown fields, as `besides` ends with it.
  static final String NO_FIELDS = "+" + hash(Json.object().build());

  /// What is lost when the process is replaced, as hashes: of its tags and of its unknown fields,
  /// `+TAGS+FIELDS`; empty if it has neither.
  String besides() {
    Json.Builder fields = Json.object();
    unknownFields.forEach(field -> fields.put(field.path(), field.value()));
    return taggedJobs.isEmpty() && unknownFields.isEmpty()
        ? ""
        : "+" + hash(Json.texts(List.copyOf(taggedJobs))) + "+" + hash(fields.build());
  }

  private static String hash(Json marks) {
    return Sha256.hex(marks.canonical());
  }

  /// Whether nobody changed tags or unknown fields between two looks. Other unknown fields at the
  /// same revision are what the server moves by itself.
  ///
  /// @param seen `+TAGS+FIELDS@REVISION`; empty if there was neither
  public static boolean isSame(String seen, String now) {
    String[] before = seen.split("[+@]", 0);
    String[] after = now.split("[+@]", 0);
    boolean isComparable = before.length == 4 && after.length == 4;
    return seen.equals(now)
        || isComparable
            && before[1].equals(after[1])
            && (before[2].equals(after[2]) || before[3].equals(after[3]));
  }

  public ServerMarks {
    readOnlyNodes = Collections.unmodifiableSet(new LinkedHashSet<>(readOnlyNodes));
    taggedJobs = Collections.unmodifiableSet(new LinkedHashSet<>(taggedJobs));
    unknownFields = List.copyOf(unknownFields);
  }
}
