package dev.procc.live.apply;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.Pending;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.wire.LiveProcess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes on where an apply stopped, by the step that the ledger names.
///
/// With the plan that was being carried out it goes on to its end. Without it (another machine, a
/// lost folder) it ends with what is certain: a new process that is not yet the current one goes
/// into the bin, one that already is lets the old one go, and everything else is planned anew.
final class Recovery {
  private final Work work;
  private final Pending pending;
  private final boolean planned;

  /// @param planned whether `work` has the plan itself, not just a stand-in
  Recovery(Work work, Pending pending, boolean planned) {
    this.work = work;
    this.pending = pending;
    this.planned = planned;
  }

  ProcessResult run() throws Halt {
    return switch (pending.step()) {
      case Work.BEGIN -> nothingDone("Nothing had been changed");
      case Work.PATCHING, Work.RENAMING ->
          planned ? changeOn() : nothingDone("What was changed is shown by the next plan");
      case Work.CREATING -> creating();
      case Work.CREATED, Work.VALIDATED -> created();
      case Work.SWITCHED -> switched();
      case Work.TRASHING -> trashing();
      case Work.RESTORING -> restoring();
      case Work.ADDING ->
          planned
              ? new Amendment(work).resume(pending)
              : nothingDone("What was added to the run is found by the next procc plan --run");
      default ->
          throw Halt.of(
              Verdict.REFUSED,
              "The step \""
                  + pending.step()
                  + "\" of "
                  + work.identity()
                  + " is not known to this procc",
              "Resume with the procc that began it");
    };
  }

  private ProcessResult nothingDone(String message) throws Halt {
    work.save(work.entry().withPending(null), "resumed at " + pending.step());
    return work.result(
        Verdict.UNCHANGED, message, "Plan again: procc plan", work.entry().id(), null, null);
  }

  private ProcessResult changeOn() throws Halt {
    return new InPlace(work).resume();
  }

  private ProcessResult creating() throws Halt {
    Creation creation = new Creation(work);
    if (planned) {
      return creation.fromCreated(creation.afterLostAnswer(pending));
    }
    String found = new LookAlikes(work).afterLostAnswer(pending);
    if (found == null) {
      return nothingDone("Nothing had been created");
    }
    creation.discard(found);
    return work.result(
        Verdict.UNCHANGED,
        "The process that was created, " + found + ", is in the bin",
        "Plan again: procc plan",
        work.entry().id(),
        null,
        null);
  }

  private ProcessResult created() throws Halt {
    String id = createdId();
    Optional<LiveProcess> live = work.reader.find(id);
    if (live.isEmpty() || work.reader.gone(id)) {
      work.save(work.entry().withPending(null), "the new process is gone");
      return work.result(
          Verdict.UNCHANGED,
          "The new process " + id + " is gone, the old one stays",
          "Plan again: procc plan",
          work.entry().id(),
          null,
          null);
    }
    Creation creation = new Creation(work);
    if (planned) {
      return creation.fromCreated(id);
    }
    creation.discard(id);
    return work.result(
        Verdict.UNCHANGED,
        "The new process " + id + " is in the bin, the old one stays",
        "Plan again: procc plan",
        work.entry().id(),
        null,
        null);
  }

  private String createdId() throws Halt {
    String id = pending.created();
    if (id == null) {
      throw Halt.of(
          Verdict.REFUSED,
          "The ledger names no new process at step \"" + pending.step() + "\"",
          "Mend procc.state, or ask the history of it");
    }
    return id;
  }

  /// The new one is current: the old one goes.
  private ProcessResult switched() throws Halt {
    String old = pending.old();
    if (old == null) {
      return nothingDone("The new process is in place");
    }
    return new Creation(work).trashOld(work.reader.get(createdId()), old, "");
  }

  private ProcessResult trashing() throws Halt {
    String old = pending.old();
    LedgerEntry entry = work.entry();
    if (old == null || (entry.id() != null && !entry.id().equals(old))) {
      return nothingDone("There is nothing to trash");
    }
    Bin.trash(work, old);
    return Bin.removed(work, old);
  }

  /// A rollback whose former process may be out of the bin: it goes back, the live one stays.
  private ProcessResult restoring() throws Halt {
    String id = createdId();
    if (!work.reader.gone(id)) {
      Bin.trash(work, id);
      work.tookBack();
    }
    return nothingDone("The rollback is undone; the process stays as it was");
  }

  /// A stand-in for a plan that is not at hand: it knows the process, and does nothing.
  static ProcessPlan standIn(LedgerEntry entry, @Nullable Pending pending) {
    return PlanStandIn.of(entry, pending == null ? null : pending.old());
  }
}
