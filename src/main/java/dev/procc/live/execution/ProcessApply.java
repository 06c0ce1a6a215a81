package dev.procc.live.execution;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.ProcessPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The apply of one process: its subject, its journal, what was read of it, and the result so far.
public final class ProcessApply {
  private final ApplyContext context;
  private final ApplySubject subject;
  private final LedgerJournal journal;
  private final SharedListing listing;
  private final LiveCache live;
  private final ResultBuilder result;

  private ProcessApply(
      ApplyContext context,
      ApplySubject subject,
      LedgerJournal journal,
      SharedListing listing,
      boolean needsNow) {
    this.context = context;
    this.subject = subject;
    this.journal = journal;
    this.listing = listing;
    this.live = new LiveCache(context, subject.id(), listing, needsNow);
    this.result = new ResultBuilder(subject, live);
  }

  /// The apply of a plan.
  ///
  /// @param listing that is shared with the reads of other processes before anything is written
  public static ProcessApply of(
      ApplyContext context, ProcessPlan plan, LedgerEntry entry, SharedListing listing) {
    return of(context, ApplySubject.of(plan), entry, listing);
  }

  /// Work on a process of the ledger without a plan.
  ///
  /// @param id the live process
  public static ProcessApply of(ApplyContext context, LedgerEntry entry, @Nullable String id) {
    return of(context, entry, id, new SharedListing(context));
  }

  /// Work on a process of the ledger without a plan, together with other processes.
  ///
  /// @param listing that is shared with them
  public static ProcessApply of(
      ApplyContext context, LedgerEntry entry, @Nullable String id, SharedListing listing) {
    return of(context, ApplySubject.of(entry, id), entry, listing);
  }

  /// A copy with another action, for people: `rollback`.
  public ProcessApply withAction(String word) {
    return of(context, subject.withAction(word), journal.entry(), new SharedListing(context));
  }

  private static ProcessApply of(
      ApplyContext context, ApplySubject subject, LedgerEntry entry, SharedListing listing) {
    return new ProcessApply(
        context, subject, new LedgerJournal(context, subject, entry), listing, false);
  }

  /// A copy for which nothing has been read yet, after something was written elsewhere.
  public ProcessApply unread() {
    return new ProcessApply(context, subject, journal, listing, true);
  }

  public ApplyContext context() {
    return context;
  }

  /// The client for calls that write: before each attempt the lease is renewed if it is time.
  public ApiClient api() {
    return context.api().through(journal::keepLease);
  }

  public ApplySubject subject() {
    return subject;
  }

  public String identity() {
    return subject.identity();
  }

  public LedgerJournal journal() {
    return journal;
  }

  public LiveCache live() {
    return live;
  }

  public ResultBuilder result() {
    return result;
  }

  /// The ids of processes with the name of the created one that the ledger does not know, from a
  /// fresh list.
  List<String> freshDuplicateCandidates() throws ApplyException {
    return live.rereadListing().unrecordedNamesakes(subject.createName(), subject.id());
  }

  /// The ids of such processes in the list that was read, with restored former processes of this
  /// one.
  List<String> duplicateCandidates() throws ApplyException {
    return live.listing().duplicateCandidates(subject.createName(), journal.entry(), subject.id());
  }

  /// Reports the next step.
  public void announce(String description) {
    context.events().step(identity(), description);
  }

  public void throwIfStopRequested() throws ApplyException {
    if (context.settings().stopRequested().getAsBoolean()) {
      boolean untouched = !result.hasWrites();
      throw ApplyException.of(
          Verdict.INTERRUPTED,
          untouched ? "Stopped before anything was changed" : "Stopped between two calls",
          untouched ? "Try again" : "Go on with procc apply --resume " + identity());
    }
  }

  /// The failure of a call; partial if it or an earlier one may have been carried out.
  ApplyException failure(ApiException e) {
    ApplyException failure = ApplyException.of(e, identity());
    return result.hasStandingWrites() || e.mayHaveHappened()
        ? failure.asPartialAfterWrites()
        : failure;
  }

  /// Begins to remove a process from the ledger that is neither defined nor live. The entry is
  /// removed once that is recorded.
  public ProcessResult forget() throws ApplyException {
    String id = journal.entry().id();
    if (id != null && !context.reader().isGone(id)) {
      throw ApplyException.of(
          Verdict.STALE, "The process " + id + " is live again", "Plan again: procc plan");
    }
    journal.beginForgetting();
    return forgotten();
  }

  /// The result for an entry that is removed.
  public ProcessResult forgotten() {
    return result.appliedUnread(
        "Forgotten: there is neither a definition nor a live process",
        "",
        null,
        journal.entry().id());
  }

  /// A failure before anything was sent: the step that was begun is taken back.
  public ApplyException cancelled(ApplyException failure) {
    try {
      journal.cancel();
      return failure;
    } catch (LedgerException e) {
      return ApplyException.of(
          failure.verdict(),
          failure.getMessage() + "; the step could not be taken back: " + e.getMessage(),
          "procc apply --resume " + identity());
    }
  }

  /// The result of an apply that ended early. A step that was begun is removed if nothing was sent.
  public ProcessResult failedBeforeEnd(ApplyException failure) {
    if (!result.hasWrites() && failure.verdict() != Verdict.PARTIAL) {
      try {
        journal.cancel();
      } catch (LedgerException e) {
        result.warn("the step could not be taken back: " + e.getMessage());
      }
    }
    return failed(failure);
  }

  /// The result of an apply that ended early and keeps its journal.
  public ProcessResult failed(ApplyException failure) {
    return result.failed(failure, journal.entry().id());
  }
}
