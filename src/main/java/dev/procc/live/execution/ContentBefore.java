package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.execution.PredictedBody.PredictedDate;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.record.OperationContent;
import dev.procc.live.record.PlannedNodes;
import dev.procc.live.wire.BodyNodes;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// The content that a process had before an in-place apply, if it shows nothing but what the plan
/// saw and what the plan writes.
///
/// Each field that shows its new value is set back to the old one; if nobody else edited the
/// process, it then has the content from which the plan was made. So it does not matter how much of
/// the plan was applied.
final class ContentBefore {
  private final ProcessPlan plan;
  private final BiPredicate<String, String> accepts;
  private final Map<String, FieldChange> changes = new HashMap<>();
  private final Map<String, String> idsByAddress;

  /// @param accepts whether a field, by address and name, may show another value than was sent
  ContentBefore(ProcessPlan plan, BiPredicate<String, String> accepts) {
    this.plan = plan;
    this.accepts = accepts;
    this.idsByAddress = PlannedNodes.of(plan).idsByAddress();
    for (FieldChange change : plan.changes()) {
      if (change.isEffective() && !change.isStructural()) {
        changes.put(idsByAddress.get(change.address()) + ":" + change.field(), change);
      }
    }
  }

  /// Whether nobody but the apply has changed the process since the plan.
  boolean isOnlyApplied(LiveProcess live) throws ApplyException {
    Json.Obj body = asSent(ProcessJson.body(live.process()));
    for (PlanOperation operation : plan.operations().reversed()) {
      body =
          operation.body() instanceof Json.Arr document
              ? takenBack(body, document)
              : PredictedBody.afterRename(body, oldNames(body, operation));
    }
    LiveProcess before = live.with(LiveReader.parse(body).process());
    String planned = plan.live().contentHash();
    return planned != null
        && LiveProcess.withoutFields(before.wholeHash()).equals(LiveProcess.withoutFields(planned));
  }

  /// The body with what was sent in place of what the server made of it, in the fields where any
  /// value is accepted: what shows its old value was not carried out.
  Json.Obj asSent(Json.Obj body) {
    Json.Obj sent = body;
    for (PlanOperation operation : plan.operations()) {
      sent =
          operation.body() instanceof Json.Arr document
              ? PredictedBody.afterPatch(sent, acceptedItems(body, document), List.of())
              : PredictedBody.afterRename(sent, acceptedNames(body, operation));
    }
    return sent;
  }

  private Json.Arr acceptedItems(Json.Obj body, Json.Arr document) {
    List<Json> items = new ArrayList<>();
    for (Json item : document.items()) {
      String path = OperationContent.path(item);
      FieldChange change = changeOf(path, body);
      if (change != null
          && isAccepted(change)
          && !isShown(body, operation(path, change.before()))) {
        items.add(item);
      }
    }
    return Json.array(items);
  }

  private Json acceptedNames(Json.Obj body, PlanOperation operation) {
    Map<String, String> shown = PredictedBody.currentNames(body);
    List<Json> items = new ArrayList<>();
    newNames(operation)
        .forEach((id, name) -> {
          String old = isAccepted(nameChange(id)) ? oldName(id) : null;
          if (old != null && !old.equals(shown.get(id))) {
            items.add(Json.object().put("id", id).put("newName", name).build());
          }
        });
    return Json.object().put("data", Json.array(items)).build();
  }

  private static Map<String, String> newNames(PlanOperation operation) {
    Json batch = operation.body();
    return OperationContent.newNames(batch == null ? Json.NULL : batch);
  }

  private boolean isAccepted(@Nullable FieldChange change) {
    return change != null && accepts.test(change.address(), change.field());
  }

  private Json.Obj takenBack(Json.Obj body, Json.Arr document) {
    List<Json> items = new ArrayList<>();
    for (Json item : document.items()) {
      String path = OperationContent.path(item);
      FieldChange change = changeOf(path, body);
      if (change != null && isShown(body, item)) {
        items.add(operation(path, change.before()));
      }
    }
    return PredictedBody.afterPatch(body, Json.array(items), datesBefore(body));
  }

  private @Nullable FieldChange changeOf(String path, Json.Obj body) {
    Json.Obj node = OperationContent.isOfRoot(path) ? BodyNodes.root(body) : body;
    FieldSpec field = OperationContent.fieldOfPath(path);
    return field == null ? null : changes.get(node.text("id").orElse("") + ":" + field.name());
  }

  private static boolean isShown(Json.Obj body, Json item) {
    return PredictedBody.afterPatch(body, Json.array(item), List.of()).equals(body);
  }

  private static Json operation(String path, @Nullable Json value) {
    return Json.object()
        .put("op", value == null ? "remove" : "replace")
        .put("path", path)
        .put("value", value)
        .build();
  }

  /// The dates that the server moved, where they were.
  private List<PredictedDate> datesBefore(Json.Obj body) {
    List<PredictedDate> dates = new ArrayList<>();
    for (PredictedShift shift : plan.explanation().predictedShifts()) {
      String id = idsByAddress.get(shift.address());
      PredictedDate after = id == null ? null : new PredictedDate(id, shift.field(), shift.after());
      if (after != null
          && PredictedBody.afterPatch(body, Json.array(List.of()), List.of(after)).equals(body)) {
        dates.add(new PredictedDate(after.id(), after.field(), shift.before()));
      }
    }
    return dates;
  }

  /// A batch that restores the names of nodes that show their new ones.
  private Json oldNames(Json.Obj body, PlanOperation operation) {
    Map<String, String> shown = PredictedBody.currentNames(body);
    List<Json> items = new ArrayList<>();
    newNames(operation)
        .forEach((id, name) -> {
          String old = name.equals(shown.get(id)) ? oldName(id) : null;
          if (old != null) {
            items.add(Json.object().put("id", id).put("newName", old).build());
          }
        });
    return Json.object().put("data", Json.array(items)).build();
  }

  private @Nullable FieldChange nameChange(String id) {
    return changes.getOrDefault(id + ":name", changes.get(id + ":title"));
  }

  private @Nullable String oldName(String id) {
    FieldChange change = nameChange(id);
    return change != null && change.before() instanceof Json.Str name ? name.value() : null;
  }
}
