package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.record.OperationContent;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The predicted body of a live process after an operation, according to the documentation. Bodies
/// are in the normal form of the wire, with ids.
final class PredictedBody {
  private PredictedBody() {}

  /// A date that the server will move by itself.
  ///
  /// @param id of the node; the process's own for a date of the process
  record PredictedDate(String id, String field, String after) {}

  /// The body after a PATCH.
  static Json.Obj afterPatch(Json.Obj body, Json.Arr document, List<PredictedDate> predictedDates) {
    Json.Obj process = body;
    Json.Obj root = BodyNodes.root(body);
    for (Json item : document.items()) {
      Json.Obj operation = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      String path = OperationContent.path(item);
      FieldSpec field = OperationContent.fieldOfPath(path);
      if (field == null || field.owner() == Owner.WRITE_ONLY) {
        continue;
      }
      Json value = operation.text("op").orElse("").equals("remove") ? null : operation.get("value");
      if (OperationContent.isOfRoot(path)) {
        root = withMember(root, field.name(), value);
      } else {
        process = withMember(process, field.name(), value);
      }
    }
    return withPredictedDates(BodyNodes.withRoot(process, root), predictedDates);
  }

  private static Json.Obj withMember(Json.Obj object, String name, @Nullable Json value) {
    return value == null || value instanceof Json.Null
        ? object.without(name)
        : object.with(name, value);
  }

  /// The names of groups and titles of jobs by id.
  static Map<String, String> currentNames(Json.Obj body) {
    Map<String, String> names = new HashMap<>();
    editNodes(
        body,
        (node, group) -> {
          String id = node.text("id").orElse("");
          names.put(id, group ? BodyNodes.name(node) : BodyNodes.title(node));
          return node;
        });
    return names;
  }

  /// The body after a batch of names.
  static Json.Obj afterRename(Json.Obj body, Json batch) {
    Map<String, String> names = OperationContent.newNames(batch);
    return editNodes(
        body,
        (node, group) -> {
          String name = names.get(node.text("id").orElse(""));
          if (name == null) {
            return node;
          }
          return group
              ? node.with(FieldRole.NAME.fieldName(), Json.of(name))
              : withArgument(node, FieldRole.TITLE.fieldName(), Json.of(name));
        });
  }

  private static Json.Obj withPredictedDates(Json.Obj body, List<PredictedDate> predictedDates) {
    if (predictedDates.isEmpty()) {
      return body;
    }
    Map<String, Map<String, String>> dates = new HashMap<>();
    for (PredictedDate predicted : predictedDates) {
      dates
          .computeIfAbsent(predicted.id(), id -> new LinkedHashMap<>())
          .put(predicted.field(), predicted.after());
    }
    Json.Obj process = body;
    for (Map.Entry<String, String> processDate :
        dates.getOrDefault(body.text("id").orElse(""), Map.of()).entrySet()) {
      process = process.with(processDate.getKey(), Json.of(processDate.getValue()));
    }
    return editNodes(
        process,
        (node, group) -> {
          Json.Obj changed = node;
          for (Map.Entry<String, String> date :
              dates.getOrDefault(node.text("id").orElse(""), Map.of()).entrySet()) {
            Json value = Json.of(date.getValue());
            changed =
                group
                    ? changed.with(date.getKey(), value)
                    : withArgument(changed, date.getKey(), value);
          }
          return changed;
        });
  }

  private static Json.Obj withArgument(Json.Obj job, String name, Json value) {
    Json.Obj arguments = BodyNodes.arguments(job);
    for (Map.Entry<String, Json> member : arguments.members().entrySet()) {
      if (member.getKey().endsWith("Args") && member.getValue() instanceof Json.Obj kindArguments) {
        return BodyNodes.withArguments(
            job, arguments.with(member.getKey(), kindArguments.with(name, value)));
      }
    }
    return job;
  }

  private interface NodeEdit {
    Json.Obj apply(Json.Obj node, boolean group);
  }

  private static Json.Obj editNodes(Json.Obj process, NodeEdit edit) {
    return BodyNodes.withRoot(process, editGroup(BodyNodes.root(process), edit));
  }

  private static Json.Obj editGroup(Json.Obj group, NodeEdit edit) {
    List<Json> children = new ArrayList<>();
    for (Json item : BodyNodes.children(group)) {
      Json.Obj child = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      if (child.has("group")) {
        Json.Obj inner = child.obj("group").orElse(Json.Obj.EMPTY);
        children.add(child.with("group", editGroup(inner, edit)));
      } else {
        Json.Obj job = child.obj("job").orElse(Json.Obj.EMPTY);
        children.add(child.with("job", edit.apply(job, false)));
      }
    }
    return edit.apply(BodyNodes.withChildren(group, children), true);
  }

  /// The part of a request that the process does not show yet. `remove` is not sent for an absent
  /// field.
  static Json notYetShown(Json request, Json.Obj live) {
    List<Json> remaining = new ArrayList<>();
    if (request instanceof Json.Arr document) {
      for (Json item : document.items()) {
        Json.Obj after = afterPatch(live, Json.array(item), List.of());
        boolean neverShown = OperationContent.isWriteOnly(OperationContent.path(item));
        if (neverShown || !after.equals(live)) {
          remaining.add(item);
        }
      }
      return Json.array(remaining);
    }
    Json.Obj batch = request instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    Map<String, String> currentNames = currentNames(live);
    for (Json item : batch.items("data")) {
      Json.Obj single = batch.with("data", Json.array(item));
      boolean isShown = true;
      for (Map.Entry<String, String> name : OperationContent.newNames(single).entrySet()) {
        isShown &= name.getValue().equals(currentNames.get(name.getKey()));
      }
      if (!isShown) {
        remaining.add(item);
      }
    }
    return batch.with("data", Json.array(remaining));
  }

  /// The part of a request that the process shows.
  static Json shownOf(Json request, Json.Obj live) {
    Json rest = notYetShown(request, live);
    if (request instanceof Json.Arr document && rest instanceof Json.Arr missing) {
      List<Json> items = new ArrayList<>(document.items());
      items.removeAll(missing.items());
      return Json.array(items);
    }
    Json.Obj batch = request instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    List<Json> items = new ArrayList<>(batch.items("data"));
    items.removeAll(rest instanceof Json.Obj missing ? missing.items("data") : List.of());
    return batch.with("data", Json.array(items));
  }

  static int requestSize(Json request) {
    return request instanceof Json.Arr document
        ? document.items().size()
        : request instanceof Json.Obj batch ? batch.items("data").size() : 0;
  }
}
