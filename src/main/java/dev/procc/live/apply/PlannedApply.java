package dev.procc.live.apply;

import dev.procc.live.execution.InPlaceUpdate;
import dev.procc.live.execution.PreconditionCheck;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.ProcessCreation;
import dev.procc.live.execution.RunAmendment;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.wire.LiveProcess;
import java.util.List;
import java.util.Optional;

/// A process of the plan, and its apply.
///
/// @param lifted refusals that flags of the apply lifted
/// @param checked whether the checks are still valid, since nothing was written after them
record PlannedApply(
    ProcessPlan plan, ProcessApply apply, List<PlanRefusal> lifted, boolean checked) {
  static PlannedApply of(ProcessPlan plan, ProcessApply apply, List<PlanRefusal> lifted) {
    apply.journal().noteLifted(plan.safety().lifted());
    apply.journal().noteLifted(lifted);
    return new PlannedApply(plan, apply, List.copyOf(lifted), true);
  }

  /// A copy for which nothing has been read yet.
  PlannedApply unread() {
    return new PlannedApply(plan, apply.unread(), lifted, false);
  }

  String identity() {
    return plan.identity();
  }

  /// The group of processes that are applied one after another: of two with the same name, the
  /// first is created before the second is searched.
  String group() {
    return plan.creates() || plan.replaces()
        ? WorkspaceListing.normalizedName(apply.subject().createName())
        : "/" + identity();
  }

  /// The reason why it must not begin.
  ///
  /// @param byList whether the list is enough, since the process is read later
  Optional<ProcessResult> refusal(boolean byList) {
    try {
      PreconditionCheck check = new PreconditionCheck(apply, plan);
      if (byList) {
        check.checkByList();
      } else {
        check.check();
      }
      return Optional.empty();
    } catch (ApplyException failure) {
      return Optional.of(apply.failed(failure));
    }
  }

  /// Applies the plan of the process.
  ///
  /// @param warning for all processes; empty if there is none
  ProcessResult run(String warning) {
    if (!warning.isEmpty()) {
      apply.result().warn(warning);
    }
    try {
      if (!checked) {
        checkAgain();
      }
      apply.throwIfStopRequested();
      if (plan.adopts()) {
        return adopt();
      }
      apply.journal().begin(ApplyStep.BEGIN, "begin");
      return execute();
    } catch (ApplyException failure) {
      return apply.failedBeforeEnd(failure);
    } catch (RuntimeException | StackOverflowError bug) {
      return apply.failed(ApplyException.internal(bug, "procc apply --resume " + identity()));
    }
  }

  /// Checks again; a process that is changed in place is read once its first step is recorded.
  private void checkAgain() throws ApplyException {
    PreconditionCheck check = new PreconditionCheck(apply, plan);
    PlanAction action = plan.mainAction();
    if (action == PlanAction.PATCH || action == PlanAction.RENAME) {
      check.checkButContent();
    } else {
      check.check();
    }
  }

  /// Adopts the process; nothing is sent, so there is nothing to recover.
  private ProcessResult adopt() throws ApplyException {
    LiveProcess live = apply.live().process();
    LedgerEntry adopted =
        new LedgerRecorder(plan, apply.context().settings().options())
            .adopted(apply.journal().entry(), live);
    apply.journal().save(adopted, "adopted " + live.id());
    return apply
        .result()
        .applied(
            "Adopted: " + identity() + " is " + live.id() + ", \"" + live.name() + "\"",
            plan.changes().isEmpty() ? "" : "procc plan shows how it differs",
            live,
            null);
  }

  private ProcessResult execute() throws ApplyException {
    PlanAction action = plan.mainAction();
    return switch (action) {
      case CREATE, REPLACE -> new ProcessCreation(apply, plan).run();
      case PATCH, RENAME -> new InPlaceUpdate(apply, plan).run();
      case TRASH -> TrashStep.removeProcess(apply, PreconditionCheck.givenUpRun(plan), false);
      case ADOPT -> adopt();
      case FORGET -> apply.forget();
      case AMEND -> new RunAmendment(apply, plan).run();
      case null ->
          apply.result().unchanged("There is nothing to do", "", apply.journal().entry().id());
    };
  }
}
