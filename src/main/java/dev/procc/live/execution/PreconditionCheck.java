package dev.procc.live.execution;

import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.RunSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What must still be true of a process before it is written: that no apply of it is open, that its
/// plan still holds, and what each operation asks for.
public final class PreconditionCheck {
  private final ProcessApply apply;
  private @Nullable RunTree cachedRun;

  public PreconditionCheck(ProcessApply apply) {
    this.apply = apply;
  }

  /// Checks what must be true before the first write.
  public void check() throws ApplyException {
    if (apply.entry().pending() != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "An apply of "
              + apply.identity()
              + " is not ended: it stopped at \""
              + apply.entry().pending().stepName()
              + "\"",
          "procc apply --resume " + apply.identity());
    }
    String validUntil = apply.plan.safety().validUntil();
    if (validUntil != null
        && apply.context.settings().today().toString().compareTo(validUntil) > 0) {
      throw ApplyException.of(
          Verdict.STALE,
          "The plan of "
              + apply.identity()
              + " held until "
              + validUntil
              + ": a due date in it has come",
          "Plan again: procc plan");
    }
    for (PlanOperation operation : apply.plan.operations()) {
      if (operation.preconditions().stream()
          .noneMatch(c -> c instanceof Precondition.AfterOperation)) {
        for (Precondition condition : operation.preconditions()) {
          check(condition);
        }
      }
    }
  }

  /// What must be true of the old process right before it is given up: as planned, and no run.
  void checkBeforeTrash() throws ApplyException {
    for (PlanOperation operation : apply.plan.operations()) {
      if (operation.kind() == OperationKind.TRASH) {
        for (Precondition condition : operation.preconditions()) {
          check(condition);
        }
      }
    }
  }

  private void check(Precondition condition) throws ApplyException {
    switch (condition) {
      case Precondition.ContentIs content -> checkContent(content.hash());
      case Precondition.NoRun noRun -> checkNoRun(noRun.planned());
      case Precondition.Missing missing -> {
        if (!apply.reader.isGone(missing.id())) {
          throw stale("The process " + missing.id() + " is there again");
        }
      }
      case Precondition.NotRecorded notRecorded -> {
        if (apply.entry().id() != null) {
          throw stale(apply.identity() + " has a process since: " + apply.entry().id());
        }
      }
      case Precondition.DuplicateCandidatesAre candidates -> {
        List<String> now = apply.conflicts();
        if (!now.equals(candidates.ids())) {
          throw stale(
              "The processes it would stand beside are others now: "
                  + idsText(now)
                  + ", planned with "
                  + idsText(candidates.ids()));
        }
      }
      case Precondition.RunNotEnded run -> {
        if (readRun(run.runId()).hasEnded()) {
          throw staleRun("The run " + run.runId() + " has ended");
        }
      }
      case Precondition.SiblingsAre siblings -> {
        if (!readRun(null).children(siblings.groupId()).equals(siblings.ids())) {
          throw staleRun("The tasks of the run are others now, in the group " + siblings.groupId());
        }
      }
      case Precondition.NotStarted notStarted -> {
        for (String id : notStarted.ids()) {
          if (!readRun(null).isWaiting(id)) {
            throw staleRun("The run has gone on: what was to come after has begun, " + id);
          }
        }
      }
      case Precondition.AfterOperation after -> {
        // The order of the operations keeps it.
      }
    }
  }

  private static String idsText(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids);
  }

  private void checkContent(String hash) throws ApplyException {
    String id = apply.plan.id();
    Optional<LiveProcess> found = id == null ? Optional.empty() : apply.reader.find(id);
    if (found.isEmpty()) {
      throw stale("The process " + id + " is not there any more");
    }
    apply.cacheLive(found.get());
    if (!found.get().contentHash().equals(hash)) {
      String who = found.get().modified().userId();
      String when = found.get().modified().at();
      throw stale(
          "The process "
              + id
              + " has changed since the plan"
              + (when == null ? "" : ", last on " + when)
              + (who == null ? "" : " by " + who));
    }
  }

  /// @param planned `FINISHED` if a run that is over is given up on purpose
  private void checkNoRun(RunState planned) throws ApplyException {
    String id = apply.plan.id();
    if (id == null) {
      return;
    }
    if (apply.listing().get(id) == null) {
      throw stale("The list does not show the process " + id + ", so nobody knows of its runs");
    }
    RunSummary run = apply.listing().run(id);
    if (run != null && !(planned == RunState.FINISHED && run.isFinished())) {
      throw stale("The process " + id + " has a run: " + run.id() + ", " + run.status());
    }
  }

  /// @param id absent where it was read already
  private RunTree readRun(@Nullable String id) throws ApplyException {
    RunTree read = cachedRun;
    if (read == null) {
      RunPlan planned = apply.plan.run();
      read = apply.reader.getRun(id != null ? id : planned == null ? "" : planned.id());
      cachedRun = read;
    }
    return read;
  }

  private ApplyException staleRun(String message) {
    return ApplyException.of(
        Verdict.STALE, message, "Plan again: procc plan --run " + apply.identity());
  }

  private ApplyException stale(String message) {
    return ApplyException.of(Verdict.STALE, message, "Plan again: procc plan");
  }
}
