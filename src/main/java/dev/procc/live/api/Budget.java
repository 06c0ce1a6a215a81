package dev.procc.live.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps each operation within its calls a minute, and holds all callers of an operation back while
/// the server asks for it. The server counts per operation, so one never slows another.
final class Budget {
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final int callsPerMinute;
  private final Clock clock;
  private final Pause pause;
  private final ApiEvents events;
  private final Map<Operation, Lane> lanes = new EnumMap<>(Operation.class);

  Budget(int callsPerMinute, Clock clock, Pause pause, ApiEvents events) {
    this.callsPerMinute = Math.max(1, callsPerMinute);
    this.clock = clock;
    this.pause = pause;
    this.events = events;
    for (Operation operation : Operation.values()) {
      lanes.put(operation, new Lane());
    }
  }

  /// Waits until a call of the operation may go out, and counts it.
  void take(Operation operation) throws InterruptedException {
    Lane lane = lane(operation);
    while (true) {
      Duration wait = lane.take(clock.instant(), callsPerMinute);
      if (wait.isZero()) {
        return;
      }
      events.waiting(operation, wait, lane.why(callsPerMinute, clock.instant()));
      pause.pause(wait);
    }
  }

  /// No call of the operation goes out before that time.
  void holdUntil(Operation operation, Instant time, String why) {
    lane(operation).holdUntil(time, why);
  }

  private Lane lane(Operation operation) {
    Lane lane = lanes.get(operation);
    if (lane == null) {
      throw new IllegalStateException("no lane for " + operation);
    }
    return lane;
  }

  private static final class Lane {
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Instant> sent = new ArrayDeque<>();
    private Instant held = Instant.MIN;
    private String heldFor = "";

    Duration take(Instant now, int most) {
      lock.lock();
      try {
        if (held.isAfter(now)) {
          return Duration.between(now, held);
        }
        while (!sent.isEmpty() && !sent.getFirst().plus(WINDOW).isAfter(now)) {
          sent.removeFirst();
        }
        if (sent.size() >= most) {
          return Duration.between(now, sent.getFirst().plus(WINDOW));
        }
        sent.addLast(now);
        return Duration.ZERO;
      } finally {
        lock.unlock();
      }
    }

    String why(int most, Instant now) {
      lock.lock();
      try {
        return held.isAfter(now) ? heldFor : "own limit of " + most + " calls a minute";
      } finally {
        lock.unlock();
      }
    }

    void holdUntil(Instant time, String reason) {
      lock.lock();
      try {
        if (time.isAfter(held)) {
          held = time;
          heldFor = reason;
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
