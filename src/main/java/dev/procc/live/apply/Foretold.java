package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.Operation;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a live process will show after an operation: its body with the operation carried out, as
/// the documents describe it. Bodies are in the normal form of the wire, with ids.
final class Foretold {
  private Foretold() {}

  /// A date that the server will move by itself.
  ///
  /// @param id of the node, the process's own for a date of the process
  record Moved(String id, String field, String after) {}

  /// The body after a PATCH.
  static Json.Obj patch(Json.Obj body, Json.Arr document, List<Moved> moved) {
    Json.Obj process = body;
    Json.Obj root = body.obj("root").orElse(Json.Obj.EMPTY);
    for (Json item : document.items()) {
      Json.Obj operation = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      Field field = field(operation.text("path").orElse(""));
      if (field == null || field.owner() == Owner.WRITE_ONLY) {
        continue;
      }
      Json value = operation.text("op").orElse("").equals("remove") ? null : operation.get("value");
      if (operation.text("path").orElse("").startsWith("/root/")) {
        root = set(root, field.name(), value);
      } else {
        process = set(process, field.name(), value);
      }
    }
    return shifted(process.with("root", root), moved);
  }

  /// The field of the table that a path of a PATCH writes.
  static @Nullable Field field(String path) {
    for (Field field : Catalog.ours()) {
      if (path.equals(field.patchPath())) {
        return field;
      }
    }
    return null;
  }

  private static Json.Obj set(Json.Obj object, String name, @Nullable Json value) {
    return value == null || value instanceof Json.Null
        ? object.without(name)
        : object.with(name, value);
  }

  /// The new names of a batch by id, whichever of its two shapes it has.
  static Map<String, String> names(Json batch) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Json> items = batch instanceof Json.Obj o ? o.items("data") : List.of();
    for (Json item : items) {
      Json.Obj flat = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      Json.Obj update =
          flat.obj("jobNameUpdate").or(() -> flat.obj("groupNameUpdate")).orElse(flat);
      update.text("id").ifPresent(id -> names.put(id, update.text("newName").orElse("")));
    }
    return names;
  }

  /// The names of groups and titles of jobs by id.
  static Map<String, String> namesOf(Json.Obj body) {
    Map<String, String> names = new HashMap<>();
    walk(
        body,
        (node, group) -> {
          String id = node.text("id").orElse("");
          names.put(id, group ? node.text("name").orElse("") : title(node));
          return node;
        });
    return names;
  }

  private static String title(Json.Obj job) {
    for (Json member : job.obj("arguments").orElse(Json.Obj.EMPTY).members().values()) {
      if (member instanceof Json.Obj own && own.text("title").isPresent()) {
        return own.text("title").orElse("");
      }
    }
    return "";
  }

  /// The body after a batch of names.
  static Json.Obj rename(Json.Obj body, Json batch) {
    Map<String, String> names = names(batch);
    return walk(
        body,
        (node, group) -> {
          String name = names.get(node.text("id").orElse(""));
          if (name == null) {
            return node;
          }
          return group ? node.with("name", Json.of(name)) : argument(node, "title", Json.of(name));
        });
  }

  private static Json.Obj shifted(Json.Obj body, List<Moved> moved) {
    if (moved.isEmpty()) {
      return body;
    }
    Map<String, Map<String, String>> dates = new HashMap<>();
    for (Moved one : moved) {
      dates.computeIfAbsent(one.id(), id -> new LinkedHashMap<>()).put(one.field(), one.after());
    }
    Json.Obj process = body;
    for (Map.Entry<String, String> own :
        dates.getOrDefault(body.text("id").orElse(""), Map.of()).entrySet()) {
      process = process.with(own.getKey(), Json.of(own.getValue()));
    }
    return walk(
        process,
        (node, group) -> {
          Json.Obj changed = node;
          for (Map.Entry<String, String> date :
              dates.getOrDefault(node.text("id").orElse(""), Map.of()).entrySet()) {
            Json value = Json.of(date.getValue());
            changed =
                group
                    ? changed.with(date.getKey(), value)
                    : argument(changed, date.getKey(), value);
          }
          return changed;
        });
  }

  private static Json.Obj argument(Json.Obj job, String name, Json value) {
    Json.Obj arguments = job.obj("arguments").orElse(Json.Obj.EMPTY);
    for (Map.Entry<String, Json> member : arguments.members().entrySet()) {
      if (member.getKey().endsWith("Args") && member.getValue() instanceof Json.Obj own) {
        return job.with("arguments", arguments.with(member.getKey(), own.with(name, value)));
      }
    }
    return job;
  }

  private interface Change {
    Json.Obj of(Json.Obj node, boolean group);
  }

  private static Json.Obj walk(Json.Obj process, Change change) {
    Json.Obj root = process.obj("root").orElse(Json.Obj.EMPTY);
    return process.with("root", group(root, change));
  }

  private static Json.Obj group(Json.Obj group, Change change) {
    List<Json> children = new ArrayList<>();
    for (Json item : group.items("children")) {
      Json.Obj child = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      if (child.has("group")) {
        Json.Obj inner = child.obj("group").orElse(Json.Obj.EMPTY);
        children.add(child.with("group", group(inner, change)));
      } else {
        Json.Obj job = child.obj("job").orElse(Json.Obj.EMPTY);
        children.add(child.with("job", change.of(job, false)));
      }
    }
    return change.of(group.with("children", Json.array(children)), true);
  }

  /// The fields that operations write, `ID:FIELD`, those of the process under its own id.
  static Set<String> touched(
      String processId, String rootId, List<Operation> operations, List<Moved> moved) {
    Set<String> touched = new HashSet<>();
    for (Operation operation : operations) {
      if (operation.body() instanceof Json.Arr document) {
        for (Json item : document.items()) {
          String path = item instanceof Json.Obj o ? o.text("path").orElse("") : "";
          Field field = field(path);
          if (field != null) {
            touched.add((path.startsWith("/root/") ? rootId : processId) + ":" + field.name());
          }
        }
      } else if (operation.body() instanceof Json.Obj batch && batch.has("data")) {
        for (String id : names(batch).keySet()) {
          touched.add(id + ":name");
          touched.add(id + ":title");
        }
      }
    }
    for (Moved one : moved) {
      touched.add(one.id() + ":" + one.field());
    }
    return touched;
  }
}
