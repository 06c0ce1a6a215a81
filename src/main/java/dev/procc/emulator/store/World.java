package dev.procc.emulator.store;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Readings;
import dev.procc.emulator.rules.Refusal;
import java.util.concurrent.atomic.AtomicReference;

/// What every operation works on: the rows, the clock, the ids, and the readings that hold.
public final class World {
  private final Store store;
  private final EmulatorClock clock;
  private final Ids ids;
  private final AtomicReference<Readings> readings;

  public World(Store store, EmulatorClock clock, Ids ids, Readings readings) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    this.readings = new AtomicReference<>(readings);
  }

  public Store store() {
    return store;
  }

  public EmulatorClock clock() {
    return clock;
  }

  public Ids ids() {
    return ids;
  }

  public Readings readings() {
    return readings.get();
  }

  /// Switches readings while the emulator runs.
  public void switchTo(Readings next) {
    readings.set(next);
  }

  /// Whether a reading holds: `world.is("active-run", "allow")`.
  public boolean is(String key, String word) {
    return readings().is(key, word);
  }

  /// An `Action` of that user now.
  public Json.Obj action(String user) {
    return Json.object()
        .put("dateTime", clock.stamp().toString())
        .put("user", Json.object().put("id", user).build())
        .build();
  }

  /// The row, or the 404 of its kind.
  public Json.Obj find(Kind kind, String what, String id) {
    Json.Obj row = store.get(kind, id);
    if (row == null) {
      throw Refusal.missing(what, id);
    }
    return row;
  }
}
