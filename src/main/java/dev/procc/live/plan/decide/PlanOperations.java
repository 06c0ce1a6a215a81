package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.operation.HttpCall;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.wire.CreateBody;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;

/// The calls of a decision, each with its preconditions.
public final class PlanOperations {
  /// The most names in one batchUpdates.
  static final int MAX_BATCH_SIZE = 3000;

  private PlanOperations() {}

  /// At most one PATCH, then one batchUpdates for every 3,000 names.
  ///
  /// @param precondition of the first of them
  /// @param nested whether an item of a batch has the nested form
  static List<PlanOperation> inPlace(
      LiveProcess live, Precondition precondition, List<FieldDelta> deltas, boolean nested) {
    String path = "/processes/" + live.id();
    List<PlanOperation> operations = new ArrayList<>();
    List<Json> patch =
        new JsonPatchBuilder(
                live.process().fields(),
                ofKind(deltas, FieldDelta.DeltaKind.PATCH, FieldDelta.DeltaKind.WRITE_ONLY))
            .operations();
    List<Precondition> preconditions = List.of(precondition);
    if (!patch.isEmpty()) {
      operations.add(
          PlanOperation.of(
              OperationKind.PATCH, HttpCall.patch(path, Json.array(patch)), preconditions));
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
              OperationKind.RENAME,
              from / MAX_BATCH_SIZE + 1,
              HttpCall.post(
                  path + "/batchUpdates", Json.object().put("data", Json.array(data)).build()),
              operations.isEmpty() ? preconditions : after(operations)));
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

  /// The deltas of certain kinds, in order.
  public static List<FieldDelta> ofKind(List<FieldDelta> deltas, FieldDelta.DeltaKind... kinds) {
    List<FieldDelta> matching = new ArrayList<>();
    for (FieldDelta item : deltas) {
      if (List.of(kinds).contains(item.kind())) {
        matching.add(item);
      }
    }
    return matching;
  }

  /// A POST, then what only a PATCH can set, then the server's own validation.
  ///
  /// @param process in normal form
  static List<PlanOperation> create(Process process, List<Precondition> preconditions) {
    CreateBody body = ProcessJson.createBodyOfNormalized(process);
    List<PlanOperation> operations = new ArrayList<>();
    operations.add(
        PlanOperation.of(
            OperationKind.CREATE, HttpCall.post("/processes", body.body()), preconditions));
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
          PlanOperation.of(
              OperationKind.SET_WRITE_ONLY,
              HttpCall.patch(created, Json.array(patch)),
              after(operations)));
    }
    operations.add(
        PlanOperation.of(
            OperationKind.VALIDATE,
            HttpCall.withoutBody("POST", created + "/validation"),
            after(operations)));
    return operations;
  }

  static PlanOperation trash(String id, List<Precondition> preconditions) {
    return PlanOperation.of(
        OperationKind.TRASH, HttpCall.withoutBody("DELETE", "/processes/" + id), preconditions);
  }

  private static List<Precondition> after(List<PlanOperation> operations) {
    return List.of(new Precondition.AfterOperation(operations.getLast().id()));
  }
}
