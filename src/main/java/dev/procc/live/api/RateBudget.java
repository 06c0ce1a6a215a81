package dev.procc.live.api;

import dev.procc.live.http.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// The rate limit of each operation, in calls a minute, which also holds back all callers of an
/// operation while the server asks for it. The server counts by operation, so one operation never
/// slows another.
final class RateBudget {
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final int callsPerMinute;
  private final Clock clock;
  private final Sleeper sleeper;
  private final ApiEvents events;
  private final Map<ApiOperation, Lane> lanes = new EnumMap<>(ApiOperation.class);

  RateBudget(int callsPerMinute, Clock clock, Sleeper sleeper, ApiEvents events) {
    this.callsPerMinute = Math.max(1, callsPerMinute);
    this.clock = clock;
    this.sleeper = sleeper;
    this.events = events;
    for (ApiOperation operation : ApiOperation.values()) {
      lanes.put(operation, new Lane());
    }
  }

  /// Waits until a call of the operation may be sent, and counts it. A wait counts as time passed,
  /// whatever the clock says.
  void acquire(ApiOperation operation) throws InterruptedException {
    Lane lane = laneOf(operation);
    Instant now = clock.instant();
    while (true) {
      Duration wait = lane.tryAcquire(now, callsPerMinute);
      if (wait.isZero()) {
        return;
      }
      events.waiting(operation, wait, lane.waitReason(callsPerMinute, now));
      sleeper.sleep(wait);
      Instant waited = now.plus(wait);
      Instant shown = clock.instant();
      now = shown.isAfter(waited) ? shown : waited;
    }
  }

  /// Holds back all calls of the operation until a time.
  void holdUntil(ApiOperation operation, Instant time, String reason) {
    laneOf(operation).holdUntil(time, reason);
  }

  private Lane laneOf(ApiOperation operation) {
    Lane lane = lanes.get(operation);
    if (lane == null) {
      throw new IllegalStateException("no lane for " + operation);
    }
    return lane;
  }

  private static final class Lane {
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Instant> sentAt = new ArrayDeque<>();
    private Instant heldUntil = Instant.MIN;
    private Instant latest = Instant.MIN;
    private String holdReason = "";

    /// @param time of a clock that may stand still or go back
    Duration tryAcquire(Instant time, int limit) {
      lock.lock();
      try {
        Instant now = time.isAfter(latest) ? time : latest;
        latest = now;
        if (heldUntil.isAfter(now)) {
          return Duration.between(now, heldUntil);
        }
        while (!sentAt.isEmpty() && !sentAt.getFirst().plus(WINDOW).isAfter(now)) {
          sentAt.removeFirst();
        }
        if (sentAt.size() >= limit) {
          return Duration.between(now, sentAt.getFirst().plus(WINDOW));
        }
        sentAt.addLast(now);
        return Duration.ZERO;
      } finally {
        lock.unlock();
      }
    }

    String waitReason(int limit, Instant now) {
      lock.lock();
      try {
        return heldUntil.isAfter(now) ? holdReason : "own limit of " + limit + " calls a minute";
      } finally {
        lock.unlock();
      }
    }

    void holdUntil(Instant time, String reason) {
      lock.lock();
      try {
        if (time.isAfter(heldUntil)) {
          heldUntil = time;
          holdReason = reason;
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
