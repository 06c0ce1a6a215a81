package dev.procc.live.apply;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.Pause;
import dev.procc.live.ledger.LedgerStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// What every step of an apply works with.
///
/// @param recorded every id that the ledger of the target names, and those made meanwhile
record Env(
    ApiClient api,
    LedgerStore store,
    ApplySettings settings,
    ApplyEvents events,
    PlanKeeper plans,
    Set<String> recorded,
    Clock clock,
    Pause pause) {
  /// By the server's clock where it is known, in whole seconds.
  Instant now() {
    return api.serverTime().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS);
  }

  void wait(String identity, Duration time, String why) throws Halt {
    events.waiting(identity, time, why);
    try {
      pause.pause(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Halt.of(
          Verdict.INTERRUPTED, "Stopped while waiting", "Go on with procc apply --resume");
    }
  }
}
