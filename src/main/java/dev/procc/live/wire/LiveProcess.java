package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.process.Process;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A process as GET /processes/{id} returned it, normalised.
///
/// @param id the server's id
/// @param revision the server's version counter; absent when the body had none
/// @param process normalised; every key is a server id, `identity` is `id`
/// @param readOnlyNodes ids of jobs and groups that the server marks read-only: no rename reaches
///   them
/// @param taggedJobs ids of jobs with tags, which only exist in Workiva
/// @param unknownFields members that the field table does not know, in reading order
public record LiveProcess(
    String id,
    @Nullable Long revision,
    AuditStamp created,
    AuditStamp modified,
    Process process,
    Set<String> readOnlyNodes,
    Set<String> taggedJobs,
    List<UnknownField> unknownFields) {
  public LiveProcess {
    readOnlyNodes = Collections.unmodifiableSet(new LinkedHashSet<>(readOnlyNodes));
    taggedJobs = Collections.unmodifiableSet(new LinkedHashSet<>(taggedJobs));
    unknownFields = List.copyOf(unknownFields);
  }

  /// SHA-256 of what this process is: our fields, the ids of its nodes and their order.
  public String contentHash() {
    return ProcessJson.contentHashOfNormalized(process);
  }

  /// The name in lists; empty when it has none.
  public String name() {
    return process.get(dev.procc.model.catalog.Fields.PROCESS_NAME) instanceof Json.Str s
        ? s.value()
        : "";
  }
}
