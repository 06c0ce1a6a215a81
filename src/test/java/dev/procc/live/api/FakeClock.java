package dev.procc.live.api;

import dev.procc.live.http.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A clock that moves only while somebody waits on it.
public final class FakeClock extends Clock implements Sleeper {
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");
  private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());

  /// The waits so far, in seconds.
  public List<Long> waits() {
    return List.copyOf(waits);
  }

  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void sleep(Duration time) {
    waits.add(time.toSeconds());
    advance(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
