package dev.procc.live.record;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fields that an apply has written.
///
/// @param created whether the whole process was created, so that its nodes have the positions of
///   the definition
/// @param fields `ID:FIELD`, those of the process with its own id
/// @param writeOnly names of the fields that were written and are never returned
public record WrittenFields(boolean created, Set<String> fields, Set<String> writeOnly) {
  /// Nothing was written.
  public static final WrittenFields NONE = new WrittenFields(false, Set.of(), Set.of());

  /// All fields of a created process.
  ///
  /// @param writeOnly names of the fields that were set after the create and are never returned
  public static WrittenFields created(Set<String> writeOnly) {
    return new WrittenFields(true, Set.of(), writeOnly);
  }

  /// The fields that the operations of a plan write, and those that the server moves with them.
  public static WrittenFields of(ProcessPlan plan, LiveProcess live) {
    return of(plan, plan.operations(), live);
  }

  /// The fields of a plan of which some operations were executed.
  public static WrittenFields of(
      ProcessPlan plan, List<PlanOperation> operations, LiveProcess live) {
    Set<String> writeOnly = OperationContent.writeOnlyFields(operations);
    if (plan.creates() || plan.replaces()) {
      return created(writeOnly);
    }
    Set<String> fields = new HashSet<>();
    for (PlanOperation operation : operations) {
      switch (operation.kind()) {
        case PATCH -> addPatched(operation, live, fields);
        case RENAME -> addRenamed(operation, fields);
        default -> {}
      }
    }
    Map<String, String> ids = PlannedNodes.of(plan).idsByAddress();
    for (PredictedShift shift : plan.explanation().predictedShifts()) {
      fields.add(ids.get(shift.address()) + ":" + shift.field());
    }
    return new WrittenFields(false, fields, writeOnly);
  }

  private static void addPatched(PlanOperation operation, LiveProcess live, Set<String> fields) {
    List<Json> items = operation.body() instanceof Json.Arr patch ? patch.items() : List.of();
    for (Json item : items) {
      String path = OperationContent.path(item);
      FieldSpec field = OperationContent.fieldOfPath(path);
      if (field != null) {
        String id = OperationContent.isOfRoot(path) ? live.process().root().key() : live.id();
        fields.add(id + ":" + field.name());
      }
    }
  }

  private static void addRenamed(PlanOperation operation, Set<String> fields) {
    Json batch = operation.body();
    for (String id : OperationContent.newNames(batch == null ? Json.NULL : batch).keySet()) {
      fields.add(id + ":" + FieldRole.NAME.fieldName());
      fields.add(id + ":" + FieldRole.TITLE.fieldName());
    }
  }

  /// A copy for which it is unknown whether the write-only fields were written.
  public WrittenFields withoutWriteOnly() {
    return new WrittenFields(created, fields, Set.of());
  }
}
