package dev.procc.emulator.store;

import dev.procc.base.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The clock of the emulator, in UTC. It runs with real time unless a day is given. Then it stands
/// at nine o'clock of that day and moves by a second with each write, never past the end of the
/// day, so that the same calls return the same bytes. Both can be moved.
public final class EmulatorClock {
  private static final String ID = "clock";
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private final RowStore store;
  private final InstantSource realClock;

  public EmulatorClock(RowStore store, InstantSource real, @Nullable LocalDate day) {
    this.store = store;
    this.realClock = real;
    if (day != null) {
      store.transact(() -> {
        setTo(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
        return day;
      });
    }
  }

  /// Whether it shows the real time, neither stopped nor moved.
  public boolean isReal() {
    Json.Obj row = row();
    return !row.has("at") && row.integer("moved").orElse(0L) == 0;
  }

  /// The current time, to the second.
  public Instant now() {
    Json.Obj row = row();
    Instant time =
        row.text("at")
            .map(Instant::parse)
            .orElseGet(() -> realClock.instant().plusSeconds(row.integer("moved").orElse(0L)));
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /// The current day.
  public LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  /// The time of a write, which moves a standing clock by a second.
  public Instant nextWriteTime() {
    Instant now = now();
    if (!row().has("at")) {
      return now;
    }
    Instant next = now.plusSeconds(1);
    boolean sameDay = next.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    if (sameDay) {
      save(row().with("at", Json.of(next.toString())));
    }
    return now;
  }

  /// Moves the clock; tokens age by the same time.
  ///
  /// @throws DateTimeException if it would leave the years 1 to 9999
  public void move(Duration by) {
    Instant to = checked(now().plus(by));
    long moved = row().integer("moved").orElse(0L) + by.toSeconds();
    Json.Obj row = row().with("moved", Json.of(moved));
    save(row.has("at") ? row.with("at", Json.of(to.toString())) : row);
  }

  private static Instant checked(Instant at) {
    if (at.isBefore(FIRST) || at.isAfter(LAST)) {
      throw new DateTimeException("the clock shows the years 1 to 9999");
    }
    return at;
  }

  /// Stops the clock at a time.
  ///
  /// @throws DateTimeException if it is not in the years 1 to 9999
  public void setTo(Instant at) {
    checked(at);
    save(row().with("at", Json.of(at.truncatedTo(ChronoUnit.SECONDS).toString())));
  }

  /// The seconds by which tokens and rate limits age: real time and every move of the clock.
  public long ageSeconds() {
    return realClock.instant().getEpochSecond() + row().integer("moved").orElse(0L);
  }

  private Json.Obj row() {
    Json.Obj row = store.get(RowKind.META, ID);
    return row == null ? Json.Obj.EMPTY : row;
  }

  private void save(Json.Obj row) {
    store.put(RowKind.META, ID, row);
  }
}
