package dev.procc.emulator.fault;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.List;
import java.util.Map;

/// An editor of a process that acts as a person in Workiva: it sets any member, with a new revision
/// and that person's stamp.
public final class WorkivaEditor {
  private final EmulatorState state;

  public WorkivaEditor(EmulatorState state) {
    this.state = state;
  }

  /// The process after the edit.
  ///
  /// @param id the process
  /// @param edit `{"set": {pointer: value}, "remove": [pointer], "user": id}`
  /// @throws ErrorReply 404 without such a process, 400 if a pointer leads nowhere
  public Json.Obj edit(String id, Json.Obj edit) {
    return state.store().transact(() -> editOne(id, edit));
  }

  /// Edits the process with an id; every process if the id is empty.
  ///
  /// @throws ErrorReply 400 if a pointer leads nowhere
  void editMatching(String id, Json.Obj edit) {
    state
        .store()
        .transact(() -> {
          for (Json.Obj row : List.copyOf(state.store().all(RowKind.PROCESS))) {
            String processId = row.obj("process").flatMap(p -> p.text("id")).orElse("");
            if (id.isEmpty() || id.equals(processId)) {
              editOne(processId, edit);
            }
          }
          return edit;
        });
  }

  private Json.Obj editOne(String id, Json.Obj edit) {
    Json.Obj row = state.require(RowKind.PROCESS, "process", id);
    Json.Obj process = apply(row.obj("process").orElse(Json.Obj.EMPTY), edit);
    long revision = process.integer("revision").orElse(0L);
    String user = edit.text("user").orElse("somebody-else");
    Json.Obj next =
        process.with("revision", Json.of(revision + 1)).with("modified", state.actionStamp(user));
    state.store().put(RowKind.PROCESS, id, row.with("process", next));
    return next;
  }

  /// A value with the members of `set` set and those of `remove` removed.
  ///
  /// @throws ErrorReply 400 if a pointer leads nowhere, or changes the id
  public static Json.Obj apply(Json.Obj value, Json.Obj edit) {
    Json result = value;
    try {
      FaultSettings.checkEdit(edit);
      for (Map.Entry<String, Json> entry :
          edit.obj("set").orElse(Json.Obj.EMPTY).members().entrySet()) {
        result = JsonPointer.set(result, entry.getKey(), entry.getValue());
      }
      for (Json pointer : edit.items("remove")) {
        if (pointer instanceof Json.Str text) {
          result = JsonPointer.set(result, text.value(), null);
        }
      }
    } catch (IllegalArgumentException e) {
      throw ErrorReply.invalid(String.valueOf(e.getMessage()), "set");
    }
    Json.Obj edited = result instanceof Json.Obj object ? object : value;
    if (!edited.text("id").equals(value.text("id"))) {
      throw ErrorReply.invalid("The id of a process stays", "set");
    }
    return edited;
  }
}
