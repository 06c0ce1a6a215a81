package dev.procc.live.execution;

import dev.procc.live.api.ApiClient;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.http.Sleeper;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.Lease;
import dev.procc.live.ledger.LeaseHolder;
import dev.procc.live.ledger.LedgerEntry;
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
import java.util.concurrent.ConcurrentSkipListSet;

/// The context that all steps of an apply share.
///
/// @param recordedIds every id in the ledger of the target, and those created since
/// @param holder the program that holds the leases
public record ApplyContext(
    ApiClient api,
    LedgerStore store,
    ApplySettings settings,
    ApplyEvents events,
    PendingPlanStore pendingPlans,
    Set<String> recordedIds,
    Clock clock,
    Sleeper sleeper,
    LeaseHolder holder) {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /// A context that reports nothing, keeps no plans and knows no ids yet.
  public static ApplyContext of(
      ApiClient api, LedgerStore store, ApplySettings settings, Clock clock, Sleeper sleeper) {
    return new ApplyContext(
        api,
        store,
        settings,
        ApplyEvents.NONE,
        PendingPlanStore.NONE,
        new ConcurrentSkipListSet<>(),
        clock,
        sleeper,
        LeaseHolder.ofThisProgram());
  }

  public ApplyContext withEvents(ApplyEvents heard) {
    return new ApplyContext(
        api, store, settings, heard, pendingPlans, recordedIds, clock, sleeper, holder);
  }

  public ApplyContext withPendingPlans(PendingPlanStore plans) {
    return new ApplyContext(
        api, store, settings, events, plans, recordedIds, clock, sleeper, holder);
  }

  public ApplyContext withHolder(LeaseHolder named) {
    return new ApplyContext(
        api, store, settings, events, pendingPlans, recordedIds, clock, sleeper, named);
  }

  /// A copy in which an evidence record follows each change of the ledger, or none does.
  public ApplyContext withEvidence(boolean kept) {
    return new ApplyContext(
        api,
        store,
        settings.withEvidence(kept),
        events,
        pendingPlans,
        recordedIds,
        clock,
        sleeper,
        holder);
  }

  /// An entry whose evidence record is still to be written, if one is kept.
  ///
  /// @param note on what was done
  /// @param planHash empty if there was no plan
  public LedgerEntry owing(LedgerEntry entry, String action, String note, String planHash) {
    return settings.keepsEvidence()
        ? entry.withOwedRecord(
            new EvidenceHead.OwedRecord(
                action, note, planHash, now().toString(), holder.lease(now())))
        : entry;
  }

  /// Checks that no other running program works on a process.
  ///
  /// @throws ApplyException `REFUSED` with the name of the holder
  public void requireFree(String identity, Lease lease) throws ApplyException {
    if (holder.isElsewhere(lease)) {
      reader().list(Set.of()); // its response gives the server's time
    }
    if (holder.isKeptAwayBy(lease, now())) {
      throw ApplyException.of(
          Verdict.REFUSED,
          identity
              + " is being applied by "
              + lease.holderText()
              + ", last heard of at "
              + lease.renewedAt(),
          lease.wayOut(identity, now()));
    }
  }

  /// Checks that a process may be touched, so is not of a closed period.
  ///
  /// @throws ApplyException `REFUSED` if it may not
  public void requireReach(String identity) throws ApplyException {
    String why = settings.reach().whyNot(identity);
    if (why != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "Nothing is done with " + identity + ": " + why,
          settings.reach().remedy(identity));
    }
  }

  /// Checks that the recorded process is on the current server: on another server, its absence
  /// would say nothing. Another port of this machine counts as another server while a step is
  /// pending, whose effect is looked for.
  ///
  /// @throws ApplyException `REFUSED` if it is recorded for another server
  public void requireOrigin(LedgerEntry entry) throws ApplyException {
    String known = entry.origin();
    boolean isHere =
        entry.pending() == null
            ? ApiOrigin.of(known).equals(ApiOrigin.of(settings.origin()))
            : ApiOrigin.isSame(known, settings.origin());
    if (!known.isEmpty() && !isHere) {
      throw ApplyException.of(
          Verdict.REFUSED,
          entry.identity() + " is recorded at " + known + ", not at " + settings.origin(),
          "PROCC_API_URL="
              + known
              + " goes there; procc state forget "
              + entry.identity()
              + ", if it really lives there no more");
    }
  }

  /// A copy with another sleeper.
  public ApplyContext withSleeper(Sleeper waiting) {
    return new ApplyContext(
        api, store, settings, events, pendingPlans, recordedIds, clock, waiting, holder);
  }

  public LiveReader reader() {
    return new LiveReader(
        api, id -> sleep(id, BETWEEN_LOOKS, "GET and the list do not agree, it looks once more"));
  }

  /// The time by the server's clock if it is known, in whole seconds.
  public Instant now() {
    return api.serverTime().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS);
  }

  /// Waits, and reports it.
  ///
  /// @param reason for people: "nothing was found, it looks once more"
  /// @throws ApplyException `INTERRUPTED` if the thread is
  public void sleep(String identity, Duration duration, String reason) throws ApplyException {
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
