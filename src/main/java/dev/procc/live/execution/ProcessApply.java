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

/// An apply of one process: which process it is, its journal, what was read of it, and the result
/// so far.
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
  /// @param listing what other processes read before anything is written too
  public static ProcessApply of(
      ApplyContext context, ProcessPlan plan, LedgerEntry entry, SharedListing listing) {
    return of(context, ApplySubject.of(plan), entry, listing);
  }

  /// Work on a process of the ledger without a plan.
  ///
  /// @param id the live process that is worked on
  public static ProcessApply of(ApplyContext context, LedgerEntry entry, @Nullable String id) {
    return of(context, entry, id, new SharedListing(context));
  }

  /// The same beside others.
  ///
  /// @param listing what they read too
  public static ProcessApply of(
      ApplyContext context, LedgerEntry entry, @Nullable String id, SharedListing listing) {
    return of(context, ApplySubject.of(entry, id), entry, listing);
  }

  /// The same, named for people: `rollback`.
  public ProcessApply withAction(String word) {
    return of(context, subject.withAction(word), journal.entry(), new SharedListing(context));
  }

  private static ProcessApply of(
      ApplyContext context, ApplySubject subject, LedgerEntry entry, SharedListing listing) {
    return new ProcessApply(
        context, subject, new LedgerJournal(context, subject, entry), listing, false);
  }

  /// The same apply with nothing read yet, for after something was written elsewhere.
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

  /// Ids of processes named like the one that is created that the ledger does not know, in a fresh
  /// list.
  List<String> freshDuplicateCandidates() throws ApplyException {
    return live.rereadListing().unrecordedNamesakes(subject.createName(), subject.id());
  }

  /// The same in the list that was read, with former processes of this one that are back.
  List<String> duplicateCandidates() throws ApplyException {
    return live.listing().duplicateCandidates(subject.createName(), journal.entry(), subject.id());
  }

  /// Reports the next step to the person in front.
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

  /// A call that failed; if it or an earlier one may have been carried out, the apply is partial.
  ApplyException failure(ApiException e) {
    ApplyException failure = ApplyException.of(e);
    return result.hasStandingWrites() || e.mayHaveHappened()
        ? failure.asPartialAfterWrites()
        : failure;
  }

  /// Removes the process from the ledger; it stays in Workiva.
  public ProcessResult forget() throws ApplyException {
    String id = journal.entry().id();
    journal.forget();
    return result.appliedUnread("Forgotten; the process itself stays", "", id, null);
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

  /// The result of an apply that ended early. A step that was begun is taken back if nothing was
  /// sent.
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

  /// The result of an apply that ended early, the journal staying as it is.
  public ProcessResult failed(ApplyException failure) {
    return result.failed(failure, journal.entry().id());
  }
}
