package dev.procc.emulator.fault;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.build.EditChecker;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An editor of a process that acts as a person in Workiva: it sets what the API knows of, with a
/// new revision and that person's stamp.
public final class WorkivaEditor {
  private final EmulatorState state;

  public WorkivaEditor(EmulatorState state) {
    this.state = state;
  }

  /// The process after the edit.
  ///
  /// @param id the process
  /// @param edit `{"set": {pointer: value}, "remove": [pointer], "user": id, "unchecked": flag}`
  /// @throws ErrorReply 404 without such a process, 400 if the edit changes nothing, or, unless it
  ///   is unchecked, what the API does not know
  public Json.Obj edit(String id, Json.Obj edit) {
    return state.store().transact(() -> editOne(id, edit, true));
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
              editOne(processId, edit, false);
            }
          }
          return edit;
        });
  }

  private Json.Obj editOne(String id, Json.Obj edit, boolean removesWhatIs) {
    Json.Obj row = state.require(RowKind.PROCESS, "process", id);
    Json.Obj before = row.obj("process").orElse(Json.Obj.EMPTY);
    Json.Obj process = apply(before, edit, removesWhatIs);
    if (!edit.flag("unchecked", false)) {
      requireConsistent(before, process);
    }
    long revision = process.integer("revision").orElse(0L);
    String user = edit.text("user").orElse("somebody-else");
    Json.Obj next =
        process.with("revision", Json.of(revision + 1)).with("modified", state.actionStamp(user));
    state.store().put(RowKind.PROCESS, id, row.with("process", next));
    return next;
  }

  private static void requireConsistent(Json.Obj before, Json.Obj after) {
    Set<String> now = EditChecker.contradictions(after);
    now.removeAll(EditChecker.contradictions(before));
    if (!now.isEmpty()) {
      throw ErrorReply.invalid(
          String.join(", ", now) + ": of another type than is said beside it", "set");
    }
  }

  /// A value with the members of `set` set and those of `remove` removed.
  ///
  /// @throws ErrorReply 400 if the edit is none, a pointer leads nowhere, or it changes the id
  public static Json.Obj apply(Json.Obj value, Json.Obj edit) {
    return apply(value, edit, false);
  }

  private static Json.Obj apply(Json.Obj value, Json.Obj edit, boolean removesWhatIs) {
    Json result = value;
    try {
      FaultSettings.checkEdit(edit);
      for (Map.Entry<String, Json> entry :
          edit.obj("set").orElse(Json.Obj.EMPTY).members().entrySet()) {
        result = JsonPointer.set(result, entry.getKey(), entry.getValue());
      }
      for (Json pointer : edit.items("remove")) {
        if (pointer instanceof Json.Str text) {
          Json without = JsonPointer.set(result, text.value(), null);
          if (removesWhatIs && without.equals(result)) {
            throw new IllegalArgumentException("there is no " + text.value() + " to remove");
          }
          result = without;
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
