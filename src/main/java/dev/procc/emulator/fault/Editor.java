package dev.procc.emulator.fault;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.List;
import java.util.Map;

/// Edits a process as somebody in the application would: any member, with a new revision and that
/// person's stamp.
public final class Editor {
  private final World world;

  public Editor(World world) {
    this.world = world;
  }

  /// The process after the edit.
  ///
  /// @param id the process
  /// @param edit `{"set": {pointer: value}, "remove": [pointer], "user": id}`
  /// @throws Refusal 404 without such a process, 400 where a pointer leads nowhere
  public Json.Obj edit(String id, Json.Obj edit) {
    return world.store().transact(() -> alone(id, edit));
  }

  /// Edits the process of that id, or each one where it is empty; none where it is no process.
  ///
  /// @throws Refusal 400 where a pointer leads nowhere
  void editSome(String id, Json.Obj edit) {
    world
        .store()
        .transact(() -> {
          for (Json.Obj row : List.copyOf(world.store().all(Kind.PROCESS))) {
            String one = row.obj("process").flatMap(p -> p.text("id")).orElse("");
            if (id.isEmpty() || id.equals(one)) {
              alone(one, edit);
            }
          }
          return edit;
        });
  }

  private Json.Obj alone(String id, Json.Obj edit) {
    Json.Obj row = world.find(Kind.PROCESS, "process", id);
    Json.Obj process = apply(row.obj("process").orElse(Json.Obj.EMPTY), edit);
    long revision = process.integer("revision").orElse(0L);
    String user = edit.text("user").orElse("somebody-else");
    Json.Obj next =
        process.with("revision", Json.of(revision + 1)).with("modified", world.action(user));
    world.store().put(Kind.PROCESS, id, row.with("process", next));
    return next;
  }

  /// A value with the members of `set` set and those of `remove` removed.
  ///
  /// @throws Refusal 400 where a pointer leads nowhere
  public static Json.Obj apply(Json.Obj value, Json.Obj edit) {
    Json result = value;
    try {
      for (Map.Entry<String, Json> entry :
          edit.obj("set").orElse(Json.Obj.EMPTY).members().entrySet()) {
        result = Pointer.set(result, entry.getKey(), entry.getValue());
      }
      for (Json pointer : edit.items("remove")) {
        if (pointer instanceof Json.Str text) {
          result = Pointer.set(result, text.value(), null);
        }
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(String.valueOf(e.getMessage()), "set");
    }
    return result instanceof Json.Obj object ? object : value;
  }
}
