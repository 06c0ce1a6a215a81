package dev.procc.live.recover;

import dev.procc.live.execution.DuplicateSearch;
import dev.procc.live.execution.InPlaceUpdate;
import dev.procc.live.execution.PlaceholderPlan;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.ProcessCreation;
import dev.procc.live.execution.RunAmendment;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.wire.LiveProcess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes on where an apply stopped, by the step that the ledger names.
///
/// With the plan that was being carried out it goes on to its end. Without it (another machine, a
/// lost folder) it ends with what is certain: a new process that is not yet the current one goes
/// into the bin, one that already is lets the old one go, and everything else is planned anew.
public final class ApplyResume {
  private final ProcessApply apply;
  private final PendingStep pending;
  private final boolean hasPlan;

  /// @param hasPlan whether `work` has the plan itself, not just a stand-in
  public ApplyResume(ProcessApply apply, PendingStep pending, boolean hasPlan) {
    this.apply = apply;
    this.pending = pending;
    this.hasPlan = hasPlan;
  }

  public ProcessResult run() throws ApplyException {
    ApplyStep step = pending.step().orElse(null);
    return switch (step) {
      case BEGIN -> nothingDone("Nothing had been changed");
      case PATCHING, RENAMING ->
          hasPlan ? resumeInPlace() : nothingDone("What was changed is shown by the next plan");
      case CREATING -> resumeCreating();
      case CREATED -> resumeCreated();
      case SWITCHED -> resumeSwitched();
      case TRASHING -> resumeTrashing();
      case RESTORING -> undoRollback();
      case ADDING ->
          hasPlan
              ? new RunAmendment(apply).resume(pending)
              : nothingDone("What was added to the run is found by the next procc plan --run");
      case null ->
          throw ApplyException.of(
              Verdict.REFUSED,
              "The step \""
                  + pending.stepName()
                  + "\" of "
                  + apply.identity()
                  + " is not known to this procc",
              "Resume with the procc that began it");
    };
  }

  private ProcessResult nothingDone(String message) throws ApplyException {
    apply.save(apply.entry().withPending(null), "resumed at " + pending.stepName());
    return apply.result(
        Verdict.UNCHANGED, message, "Plan again: procc plan", apply.entry().id(), null, null);
  }

  private ProcessResult resumeInPlace() throws ApplyException {
    return new InPlaceUpdate(apply).resume();
  }

  private ProcessResult resumeCreating() throws ApplyException {
    ProcessCreation creation = new ProcessCreation(apply);
    if (hasPlan) {
      return creation.continueFromCreated(creation.resolveLostResponse(pending));
    }
    String createdId = new DuplicateSearch(apply).resolveLostResponse(pending);
    if (createdId == null) {
      return nothingDone("Nothing had been created");
    }
    creation.discardNew(createdId);
    return apply.result(
        Verdict.UNCHANGED,
        "The process that was created, " + createdId + ", is in the bin",
        "Plan again: procc plan",
        apply.entry().id(),
        null,
        null);
  }

  private ProcessResult resumeCreated() throws ApplyException {
    String id = createdId();
    Optional<LiveProcess> live = apply.reader.find(id);
    if (live.isEmpty() || apply.reader.isGone(id)) {
      apply.save(apply.entry().withPending(null), "the new process is gone");
      return apply.result(
          Verdict.UNCHANGED,
          "The new process " + id + " is gone, the old one stays",
          "Plan again: procc plan",
          apply.entry().id(),
          null,
          null);
    }
    ProcessCreation creation = new ProcessCreation(apply);
    if (hasPlan) {
      return creation.continueFromCreated(id);
    }
    creation.discardNew(id);
    return apply.result(
        Verdict.UNCHANGED,
        "The new process " + id + " is in the bin, the old one stays",
        "Plan again: procc plan",
        apply.entry().id(),
        null,
        null);
  }

  private String createdId() throws ApplyException {
    String id = pending.createdId();
    if (id == null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "The ledger names no new process at step \"" + pending.stepName() + "\"",
          "Mend procc.state, or ask the history of it");
    }
    return id;
  }

  /// The new one is current: the old one goes.
  private ProcessResult resumeSwitched() throws ApplyException {
    String formerId = pending.formerId();
    if (formerId == null) {
      return nothingDone("The new process is in place");
    }
    return new ProcessCreation(apply).trashFormer(apply.reader.get(createdId()), formerId, "");
  }

  private ProcessResult resumeTrashing() throws ApplyException {
    String formerId = pending.formerId();
    LedgerEntry entry = apply.entry();
    if (formerId == null || (entry.id() != null && !entry.id().equals(formerId))) {
      return nothingDone("There is nothing to trash");
    }
    TrashStep.trash(apply, formerId);
    return TrashStep.recordTrashed(apply, formerId);
  }

  /// A rollback whose former process may be out of the bin: it goes back, the live one stays.
  private ProcessResult undoRollback() throws ApplyException {
    String id = createdId();
    if (!apply.reader.isGone(id)) {
      TrashStep.trash(apply, id);
      apply.markReverted();
    }
    return nothingDone("The rollback is undone; the process stays as it was");
  }

  /// A stand-in for a plan that is not at hand: it knows the process, and does nothing.
  public static ProcessPlan placeholder(LedgerEntry entry, @Nullable PendingStep pending) {
    return PlaceholderPlan.of(entry, pending == null ? null : pending.formerId());
  }
}
