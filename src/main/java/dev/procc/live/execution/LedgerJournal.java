package dev.procc.live.execution;

import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.wire.ProcessJson;
import org.jspecify.annotations.Nullable;

/// The ledger entry of a process while it is applied. Each step is saved before its call is sent,
/// so that a crash can be recovered from what the entry says.
public final class LedgerJournal {
  private final ApplyContext context;
  private final ApplySubject subject;
  private final String startedAt;
  private LedgerEntry entry;

  LedgerJournal(ApplyContext context, ApplySubject subject, LedgerEntry entry) {
    this.context = context;
    this.subject = subject;
    this.entry = entry;
    PendingStep pending = entry.pending();
    this.startedAt = pending == null ? context.clock().instant().toString() : pending.startedAt();
  }

  /// The entry as the store has it.
  public LedgerEntry entry() {
    return entry;
  }

  /// Saves a step; its call is not sent before the store has it.
  ///
  /// @param description for people: `create the new process`
  public void begin(ApplyStep step, String description) throws ApplyException {
    begin(step, description, null);
  }

  /// Saves a step about a process that was created, or about a run.
  public void begin(ApplyStep step, String description, @Nullable String createdId)
      throws ApplyException {
    context.events().step(subject.identity(), description);
    LedgerEntry named =
        entry.name().isEmpty() ? entry.withDefinition(subject.name(), entry.definition()) : entry;
    save(named.withPending(pendingStep(step, subject.id(), createdId)), step.text());
  }

  /// A step as the entry holds it.
  ///
  /// @param formerId the process that is changed, replaced or trashed
  /// @param createdId the new process, or the run that tasks are added to
  public PendingStep pendingStep(
      ApplyStep step, @Nullable String formerId, @Nullable String createdId) {
    ApplySubject.PlannedCreate create = subject.create();
    return new PendingStep(
        step.text(),
        subject.planHash(),
        startedAt,
        step.sendsCall() ? context.now().toString() : null,
        new PendingStep.StepSubject(
            formerId,
            createdId,
            create.isNone() ? null : ProcessJson.sha256(create.body()),
            create.duplicateCandidates()));
  }

  /// Saves the entry.
  ///
  /// @param note for readers of the history: `switched to e7b9`
  public void save(LedgerEntry next, String note) throws ApplyException {
    try {
      context.store().save(next, subject.identity() + ": " + note + planNote());
      entry = next;
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
  }

  /// Saves the entry as it is, without a pending step.
  public void end(String note) throws ApplyException {
    save(entry.withPending(null), note);
  }

  private String planNote() {
    String hash = subject.planHash();
    return hash.isEmpty() ? "" : ", plan " + hash.substring(0, Math.min(12, hash.length()));
  }

  /// Takes the pending step back, nothing having been sent; an entry that says nothing else goes.
  public void cancel() throws LedgerException {
    if (entry.pending() == null) {
      return;
    }
    LedgerEntry idle = entry.withPending(null);
    String note = subject.identity() + ": nothing done";
    if (idle.id() == null && idle.history().formers().isEmpty() && idle.nodes().isEmpty()) {
      context.store().delete(idle.target(), idle.identity(), note);
    } else {
      context.store().save(idle, note);
    }
    entry = idle;
  }

  /// Removes the entry.
  void forget() throws ApplyException {
    try {
      context
          .store()
          .delete(entry.target(), subject.identity(), subject.identity() + ": forgotten");
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
  }
}
