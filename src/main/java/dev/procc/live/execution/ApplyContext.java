package dev.procc.live.execution;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.Sleeper;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyEvents;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// What every step of an apply works with.
///
/// @param recordedIds every id that the ledger of the target names, and those made meanwhile
public record ApplyContext(
    ApiClient api,
    LedgerStore store,
    ApplySettings settings,
    ApplyEvents events,
    PendingPlanStore pendingPlans,
    Set<String> recordedIds,
    Clock clock,
    Sleeper sleeper) {
  /// By the server's clock where it is known, in whole seconds.
  public Instant now() {
    return api.serverTime().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS);
  }

  void sleep(String identity, Duration duration, String reason) throws ApplyException {
    events.waiting(identity, duration, reason);
    try {
      sleeper.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApplyException.of(
          Verdict.INTERRUPTED, "Stopped while waiting", "Go on with procc apply --resume");
    }
  }
}
