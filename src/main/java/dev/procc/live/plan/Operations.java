package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Precondition;
import dev.procc.live.wire.CreateBody;
import dev.procc.live.wire.Wire;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The calls that carry a decision out, each with what must be true right before it.
final class Operations {
  /// Names that one batchUpdates takes.
  static final int LARGEST_BATCH = 3000;

  private static final String PATCH_TYPE = "application/json-patch+json";
  private static final String JSON_TYPE = "application/json";

  private Operations() {}

  /// At most one PATCH, then one batchUpdates for every 3,000 names.
  ///
  /// @param live the fields of the live process
  static List<Operation> inPlace(
      String id, String contentHash, Map<Field, Json> live, List<Item> items, boolean nested) {
    List<Operation> operations = new ArrayList<>();
    List<Json> patch =
        new Patch(live, of(items, Item.Kind.PATCH, Item.Kind.WRITE_ONLY)).operations();
    Precondition content = Precondition.of("content", contentHash);
    if (!patch.isEmpty()) {
      operations.add(
          new Operation(
              "patch",
              "PATCH",
              "/processes/" + id,
              PATCH_TYPE,
              Json.array(patch),
              List.of(content)));
    }
    List<Item> renames = of(items, Item.Kind.RENAME);
    for (int from = 0; from < renames.size(); from += LARGEST_BATCH) {
      List<Json> data = new ArrayList<>();
      for (Item item : renames.subList(from, Math.min(from + LARGEST_BATCH, renames.size()))) {
        data.add(rename(item, nested));
      }
      operations.add(
          new Operation(
              "rename-" + (from / LARGEST_BATCH + 1),
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

  private static Json rename(Item item, boolean nested) {
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

  static List<Item> of(List<Item> items, Item.Kind... kinds) {
    List<Item> found = new ArrayList<>();
    for (Item item : items) {
      if (List.of(kinds).contains(item.kind())) {
        found.add(item);
      }
    }
    return found;
  }

  /// POST, then what only a PATCH can set, then the server's own validation.
  ///
  /// @param process in normal form
  static List<Operation> create(Process process, List<Precondition> first) {
    CreateBody body = Wire.createOfNormal(process);
    List<Operation> operations = new ArrayList<>();
    operations.add(new Operation("create", "POST", "/processes", JSON_TYPE, body.body(), first));
    String created = "/processes/" + Operation.CREATED;
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
          new Operation(
              "write-only", "PATCH", created, PATCH_TYPE, Json.array(patch), done("create")));
    }
    operations.add(
        new Operation(
            "validate",
            "POST",
            created + "/validation",
            null,
            null,
            done(operations.getLast().id())));
    return operations;
  }

  static Operation trash(String id, List<Precondition> first) {
    return new Operation("trash", "DELETE", "/processes/" + id, null, null, first);
  }

  static List<Precondition> done(String operation) {
    return List.of(Precondition.of("done", operation));
  }
}
