package dev.procc.emulator.store;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.AssumptionChoices;
import dev.procc.emulator.assumption.ErrorReply;
import java.util.concurrent.atomic.AtomicReference;

/// What every operation works on: the rows, the clock, the ids, and the readings that hold.
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

  /// Switches readings while the emulator runs.
  public void setChoices(AssumptionChoices newChoices) {
    choices.set(newChoices);
  }

  /// Whether a reading holds: `world.is("active-run", "allow")`.
  public boolean assumes(String key, String word) {
    return choices().isChosen(key, word);
  }

  /// An `PlanAction` of that user now.
  public Json.Obj actionStamp(String user) {
    return Json.object()
        .put("dateTime", clock.nextWriteTime().toString())
        .put("user", Json.object().put("id", user).build())
        .build();
  }

  /// The row, or the 404 of its kind.
  public Json.Obj require(RowKind kind, String what, String id) {
    Json.Obj row = store.get(kind, id);
    if (row == null) {
      throw ErrorReply.notFound(what, id);
    }
    return row;
  }
}
