package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.wire.CreateBody;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The calls that carry a decision out, each with what must be true right before it.
public final class PlanOperations {
  /// Names that one batchUpdates takes.
  static final int MAX_BATCH_SIZE = 3000;

  private static final String PATCH_TYPE = "application/json-patch+json";
  private static final String JSON_TYPE = "application/json";

  private PlanOperations() {}

  /// At most one PATCH, then one batchUpdates for every 3,000 names.
  ///
  /// @param liveFields the fields of the live process
  public static List<PlanOperation> inPlace(
      String id,
      String contentHash,
      Map<FieldSpec, Json> liveFields,
      List<FieldDelta> deltas,
      boolean nested) {
    List<PlanOperation> operations = new ArrayList<>();
    List<Json> patch =
        new JsonPatchBuilder(
                liveFields,
                ofKind(deltas, FieldDelta.DeltaKind.PATCH, FieldDelta.DeltaKind.WRITE_ONLY))
            .operations();
    Precondition content = Precondition.of("content", contentHash);
    if (!patch.isEmpty()) {
      operations.add(
          new PlanOperation(
              "patch",
              "PATCH",
              "/processes/" + id,
              PATCH_TYPE,
              Json.array(patch),
              List.of(content)));
    }
    List<FieldDelta> renames = ofKind(deltas, FieldDelta.DeltaKind.RENAME);
    for (int from = 0; from < renames.size(); from += MAX_BATCH_SIZE) {
      List<Json> data = new ArrayList<>();
      for (FieldDelta item :
          renames.subList(from, Math.min(from + MAX_BATCH_SIZE, renames.size()))) {
        data.add(renameUpdate(item, nested));
      }
      operations.add(
          new PlanOperation(
              "rename-" + (from / MAX_BATCH_SIZE + 1),
              "POST",
              "/processes/" + id + "/batchUpdates",
              JSON_TYPE,
              Json.object().put("data", Json.array(data)).build(),
              List.of(
                  operations.isEmpty()
                      ? content
                      : Precondition.of("done", operations.getLast().id()))));
    }
    return operations;
  }

  private static Json renameUpdate(FieldDelta item, boolean nested) {
    boolean group = item.field().schema() == Schema.PROCESS_GROUP;
    Json name = item.after();
    if (name == null) {
      throw new IllegalArgumentException("a name cannot become empty: " + item.address());
    }
    Json.Builder update = Json.object().put("type", group ? "groupName" : "jobName");
    if (nested) {
      Json inner = Json.object().put("id", item.ref()).put("newName", name).build();
      return update.put(group ? "groupNameUpdate" : "jobNameUpdate", inner).build();
    }
    return update.put("id", item.ref()).put("newName", name).build();
  }

  public static List<FieldDelta> ofKind(List<FieldDelta> deltas, FieldDelta.DeltaKind... kinds) {
    List<FieldDelta> matching = new ArrayList<>();
    for (FieldDelta item : deltas) {
      if (List.of(kinds).contains(item.kind())) {
        matching.add(item);
      }
    }
    return matching;
  }

  /// POST, then what only a PATCH can set, then the server's own validation.
  ///
  /// @param process in normal form
  public static List<PlanOperation> create(Process process, List<Precondition> preconditions) {
    CreateBody body = ProcessJson.createBodyOfNormalized(process);
    List<PlanOperation> operations = new ArrayList<>();
    operations.add(
        new PlanOperation("create", "POST", "/processes", JSON_TYPE, body.body(), preconditions));
    String created = "/processes/" + PlanOperation.CREATED_ID;
    List<Json> patch = new ArrayList<>();
    body.writeOnly()
        .forEach((field, value) ->
            patch.add(
                Json.object()
                    .put("op", "replace")
                    .put("path", field.patchPath())
                    .put("value", value)
                    .build()));
    if (!patch.isEmpty()) {
      operations.add(
          new PlanOperation(
              "write-only",
              "PATCH",
              created,
              PATCH_TYPE,
              Json.array(patch),
              afterOperation("create")));
    }
    operations.add(
        new PlanOperation(
            "validate",
            "POST",
            created + "/validation",
            null,
            null,
            afterOperation(operations.getLast().id())));
    return operations;
  }

  public static PlanOperation trash(String id, List<Precondition> preconditions) {
    return new PlanOperation("trash", "DELETE", "/processes/" + id, null, null, preconditions);
  }

  static List<Precondition> afterOperation(String operation) {
    return List.of(Precondition.of("done", operation));
  }
}
