package dev.procc.emulator.store;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.AssumptionChoices;
import dev.procc.emulator.assumption.ErrorReply;
import java.util.concurrent.atomic.AtomicReference;

/// The state of an emulator: the rows, the clock, the ids, and the choice of each assumption.
public final class EmulatorState {
  private final RowStore store;
  private final EmulatorClock clock;
  private final IdGenerator ids;
  private final AtomicReference<AssumptionChoices> choices;

  public EmulatorState(
      RowStore store, EmulatorClock clock, IdGenerator ids, AssumptionChoices choices) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    this.choices = new AtomicReference<>(choices);
  }

  public RowStore store() {
    return store;
  }

  public EmulatorClock clock() {
    return clock;
  }

  public IdGenerator ids() {
    return ids;
  }

  public AssumptionChoices choices() {
    return choices.get();
  }

  /// Switches assumptions while the emulator runs.
  public void setChoices(AssumptionChoices newChoices) {
    choices.set(newChoices);
  }

  /// Whether a choice of an assumption is made: `state.assumes("active-run", "allow")`.
  public boolean assumes(String key, String word) {
    return choices().isChosen(key, word);
  }

  /// An `Action` of the API: a user at the current time.
  public Json.Obj actionStamp(String user) {
    return Json.object()
        .put("dateTime", clock.nextWriteTime().toString())
        .put("user", Json.object().put("id", user).build())
        .build();
  }

  /// The row with an id.
  ///
  /// @param what its noun in the message
  /// @throws ErrorReply 404 if it does not exist
  public Json.Obj require(RowKind kind, String what, String id) {
    Json.Obj row = store.get(kind, id);
    if (row == null) {
      throw ErrorReply.notFound(what, id);
    }
    return row;
  }
}
