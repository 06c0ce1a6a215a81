package dev.procc.live.execution;

import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiOperation;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.Lease;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.ProcessHistory;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyOptions;
import dev.procc.live.outcome.ApplyOptions.ApplyOption;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.wire.ProcessJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The journal of a process while it is applied, in its ledger entry. Each step is saved before its
/// call is sent, so that a crash can be recovered from the entry.
public final class LedgerJournal {
  private final ApplyContext context;
  private final ApplySubject subject;
  private final String startedAt;
  private final String origin;
  private ApplyOptions options;
  private LedgerEntry entry;

  LedgerJournal(ApplyContext context, ApplySubject subject, LedgerEntry entry) {
    this.context = context;
    this.subject = subject;
    this.entry = entry;
    this.origin = entry.origin();
    PendingStep pending = entry.pending();
    this.startedAt = pending == null ? context.clock().instant().toString() : pending.startedAt();
    ApplyOptions given = context.settings().options();
    this.options = pending == null ? given : given.withWords(pending.subject().options());
  }

  /// The options of this apply and of the one that it resumes.
  public ApplyOptions options() {
    return options;
  }

  /// Notes for a resume that the protection of the process was lifted, or that of its run.
  public void noteLifted(List<PlanRefusal> lifted) {
    for (PlanRefusal one : lifted) {
      if (one.rule().equals(SafetyRule.PROTECT.word())) {
        options = options.withUnprotected();
      } else if (one.rule().equals(SafetyRule.HISTORY.word())) {
        options = options.with(ApplyOption.DESTROY_EVIDENCE, true);
      }
    }
  }

  /// `FINISHED` if a run that has ended may be given up, by this apply or by the one that it
  /// resumes.
  public RunState givenUpRun() {
    return has(ApplyOption.DESTROY_EVIDENCE) ? RunState.FINISHED : RunState.NONE;
  }

  /// Whether an option is on, for this apply or for the one that it resumes.
  boolean has(ApplyOption option) {
    return options.has(option);
  }

  /// The entry as it is stored.
  public LedgerEntry entry() {
    return entry;
  }

  /// Saves a step; its call is not sent before it is stored.
  ///
  /// @param description for people: `create the new process`
  public void begin(ApplyStep step, String description) throws ApplyException {
    begin(step, description, null);
  }

  /// Saves a step about a process that was created, or about a run.
  public void begin(ApplyStep step, String description, @Nullable SeenProcess created)
      throws ApplyException {
    String id = subject.id();
    begin(step, description, id == null ? null : new SeenProcess(id, null), created);
  }

  /// Saves a step that moves a process to the bin.
  ///
  /// @param former the process that is changed, replaced or trashed
  public void begin(
      ApplyStep step,
      String description,
      @Nullable SeenProcess former,
      @Nullable SeenProcess created)
      throws ApplyException {
    context.events().step(subject.identity(), description);
    LedgerEntry named =
        entry.name().isEmpty() ? entry.withDefinition(subject.name(), entry.definition()) : entry;
    save(named.withPending(pendingStep(step, former, created)), step.text());
  }

  /// Saves that a run is started.
  ///
  /// @param id the process that is run
  /// @param before the run that the list shows already; empty if there is none
  void beginRun(String id, List<String> before) throws ApplyException {
    context.events().step(subject.identity(), "start the run");
    PendingStep.StepSubject run =
        new PendingStep.StepSubject(new SeenProcess(id, null), null, null, before);
    save(entry.withPending(pendingStep(ApplyStep.RUNNING, run)), ApplyStep.RUNNING.text());
  }

  /// A pending step for the entry.
  ///
  /// @param former the process that is changed, replaced or trashed
  /// @param created the new process, or the run that tasks are added to
  public PendingStep pendingStep(
      ApplyStep step, @Nullable SeenProcess former, @Nullable SeenProcess created) {
    ApplySubject.PlannedCreate create = subject.create();
    return pendingStep(
        step,
        new PendingStep.StepSubject(
            former,
            created,
            create.isNone() ? null : ProcessJson.sha256(create.body()),
            create.duplicateCandidates(),
            options.words()));
  }

  private PendingStep pendingStep(ApplyStep step, PendingStep.StepSubject about) {
    return new PendingStep(
        step.text(),
        subject.planHash(),
        startedAt,
        step.sendsCall() ? context.now().toString() : null,
        about,
        context.holder().lease(context.now()));
  }

  /// Takes a pending step over, unless its holder is alive, with what the resume allows besides.
  ///
  /// @throws ApplyException `REFUSED` with the name of the holder
  public void takeOver(PendingStep pending) throws ApplyException {
    if (pending.lease() != null) {
      context.requireFree(subject.identity(), pending.lease());
    }
    if (context.settings().guards().lifts(SafetyRule.PROTECT, subject.identity())) {
      options = options.withUnprotected();
    }
    PendingStep taken =
        pending.withLease(context.holder().lease(context.now())).withOptions(options.words());
    save(entry.withPending(taken), "resumed at " + pending.stepName());
  }

  /// Checks that nobody is executing the pending step of the entry.
  ///
  /// @throws ApplyException `REFUSED` with the name of the holder
  public void requireNotHeld() throws ApplyException {
    PendingStep pending = entry.pending();
    if (pending != null && pending.lease() != null) {
      context.requireFree(subject.identity(), pending.lease());
    }
  }

  /// Renews the lease before a call that writes, where half of its term is over, and the time at
  /// which the call is sent: readings, and waits for the rate limit, may last longer than another
  /// machine counts on this program, or than the effect of a lost call is waited for.
  ///
  /// @throws ApiException if the step is in other hands by now, or the ledger did not take the
  ///   lease twice
  void keepLease(ApiOperation operation) throws ApiException {
    PendingStep pending = entry.pending();
    Lease lease = pending == null ? null : pending.lease();
    Instant now = context.now();
    if (pending == null
        || lease == null
        || !(lease.isHalfOver(now) || LostResponse.isSentEarlier(pending, now))) {
      return;
    }
    LedgerEntry renewed =
        entry.withPending(pending.sentAgain(now.toString(), context.holder().lease(now)));
    String note = subject.identity() + ": still at " + pending.stepName();
    try {
      try {
        context.store().save(renewed, note);
      } catch (LedgerException e) {
        if (e.concurrentWrite()) {
          throw e;
        }
        context.store().save(renewed, note);
      }
      entry = renewed;
    } catch (LedgerException e) {
      throw ApiException.takenOver(
          operation,
          e.concurrentWrite()
              ? "Waited so long that "
                  + subject.identity()
                  + " is in other hands: "
                  + e.getMessage()
              : "Waited long, and the ledger did not take that procc is still at work: "
                  + e.getMessage(),
          e.concurrentWrite()
              ? "When the other one has ended: procc plan"
              : "Repair the store, then procc apply --resume");
    }
  }

  /// Checks that the ledger is as this apply left it, since anybody else who works on the process
  /// by now relies on everything that is live.
  public void confirm() throws ApplyException {
    try {
      context.store().confirm(entry);
    } catch (LedgerException e) {
      throw ApplyException.of(
          Verdict.PARTIAL,
          "Nothing more is moved to the bin: " + e.getMessage(),
          "When the other one has ended: procc plan");
    }
  }

  /// Saves the entry; without a pending step, its evidence record is written next.
  ///
  /// @param note for the history: `switched to e7b9`
  public void save(LedgerEntry next, String note) throws ApplyException {
    try {
      LedgerEntry saved =
          next.pending() != null
              ? next.withOrigin(context.settings().origin())
              : context.owing(next, subject.action(), note, subject.planHash());
      context.store().save(saved, subject.identity() + ": " + note + planNote());
      entry = saved;
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
  }

  /// Saves the current entry without its pending step.
  public void end(String note) throws ApplyException {
    save(entry.withPending(null), note);
  }

  private String planNote() {
    String hash = subject.planHash();
    return hash.isEmpty() ? "" : ", plan " + hash.substring(0, Math.min(12, hash.length()));
  }

  /// Removes the pending step if nothing was sent, and the entry if it has nothing else.
  public void cancel() throws LedgerException {
    if (entry.pending() == null) {
      return;
    }
    LedgerEntry idle = entry.withPending(null).withOrigin(origin);
    String note = subject.identity() + ": nothing done";
    if (idle.id() == null && idle.nodes().isEmpty() && idle.history().equals(ProcessHistory.NONE)) {
      context.store().delete(idle.target(), idle.identity(), note);
    } else {
      context.store().save(idle, note);
    }
    entry = idle;
  }

  /// Saves a step that removes the entry once the removal is recorded.
  void beginForgetting() throws ApplyException {
    PendingStep step = pendingStep(ApplyStep.FORGETTING, null, null);
    save(
        context.owing(entry.withPending(step), subject.action(), "forgotten", subject.planHash()),
        step.stepName());
  }
}
