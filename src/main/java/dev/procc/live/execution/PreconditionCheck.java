package dev.procc.live.execution;

import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The checks of a process before it is written: no apply of it is pending, its plan is still
/// valid, and the preconditions of each operation hold.
public final class PreconditionCheck {
  /// The way in which the content of the process is checked.
  private enum ContentLook {
    /// It is read.
    READ,
    /// The revision in the list is enough if it is that of the plan.
    LISTED,
    /// It is checked later.
    LATER
  }

  private final ProcessApply apply;
  private final ProcessPlan plan;
  private ContentLook look = ContentLook.READ;
  private @Nullable RunTree cachedRun;

  public PreconditionCheck(ProcessApply apply, ProcessPlan plan) {
    this.apply = apply;
    this.plan = plan;
  }

  /// Checks before any of many processes is written. Each process is read right before its first
  /// call, so that the revision in the list is enough here.
  public void checkByList() throws ApplyException {
    look = ContentLook.LISTED;
    check();
  }

  /// Checks everything except the content, which is read once the first step is recorded.
  public void checkButContent() throws ApplyException {
    look = ContentLook.LATER;
    check();
  }

  /// Checks what has to be true before the first write.
  public void check() throws ApplyException {
    PendingStep pending = apply.journal().entry().pending();
    if (pending != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "An apply of " + apply.identity() + " is not ended (" + pending.text() + ")",
          "procc apply --resume " + apply.identity());
    }
    apply.context().requireOrigin(apply.journal().entry());
    checkRecord();
    String validUntil = plan.safety().validUntil();
    if (validUntil != null
        && apply.context().settings().today().toString().compareTo(validUntil) > 0) {
      throw stale(
          "The plan of "
              + apply.identity()
              + " was valid until "
              + validUntil
              + ": a due date in it is no longer in the future");
    }
    if (plan.adopts()) {
      checkAdoption();
    }
    for (PlanOperation operation : plan.operations()) {
      boolean isFirst =
          operation.preconditions().stream()
              .noneMatch(c -> c instanceof Precondition.AfterOperation);
      if (isFirst) {
        check(operation);
      }
    }
  }

  /// Checks that the process is still the recorded one: `state mv` and `adopt` give a key another
  /// process.
  private void checkRecord() throws ApplyException {
    String id = plan.id();
    String recorded = apply.journal().entry().id();
    if (id != null && !plan.adopts() && !id.equals(recorded)) {
      throw stale(
          "The ledger has "
              + (recorded == null ? "no process" : "the process " + recorded)
              + " for "
              + apply.identity()
              + ", and had "
              + id
              + " when it was planned");
    }
  }

  /// `FINISHED` if the plan gives up a run that has ended.
  public static RunState givenUpRun(@Nullable ProcessPlan plan) {
    for (PlanOperation operation : plan == null ? List.<PlanOperation>of() : plan.operations()) {
      for (Precondition condition : operation.preconditions()) {
        if (condition instanceof Precondition.NoRun noRun) {
          return noRun.planned();
        }
      }
    }
    return RunState.NONE;
  }

  /// Checks what has to be true right before an operation by the list that was just read, if a
  /// guard reads the content again after it.
  void checkByList(PlanOperation operation) throws ApplyException {
    look = ContentLook.LISTED;
    check(operation);
  }

  /// Checks what has to be true right before an operation.
  void check(PlanOperation operation) throws ApplyException {
    for (Precondition condition : operation.preconditions()) {
      check(condition);
    }
  }

  /// Checks that the process is unchanged and not adopted by anybody else.
  private void checkAdoption() throws ApplyException {
    check(new Precondition.NotRecorded());
    String id = plan.id();
    if (id != null && apply.context().recordedIds().contains(id)) {
      throw stale("The process " + id + " belongs to another definition now");
    }
    String seen = plan.live().contentHash();
    checkContent(LiveProcess.at(seen == null ? "" : seen, plan.live().revision()));
    if (id != null && apply.live().listing().get(id) == null) {
      throw stale("The process " + id + " is in the bin");
    }
  }

  private ApplyException createdAlready(String id) {
    String process = apply.identity() + " has a process already, " + id;
    return stale(process + ": if this plan made it, nothing is left to do");
  }

  private void check(Precondition condition) throws ApplyException {
    switch (condition) {
      case Precondition.ContentIs content -> checkPlannedContent(content.hash());
      case Precondition.NoRun noRun -> checkNoRun(noRun.planned());
      case Precondition.Missing missing -> {
        if (!apply.context().reader().isGone(missing.id())) {
          throw stale("The process " + missing.id() + " is there again");
        }
      }
      case Precondition.NotRecorded notRecorded -> {
        String id = apply.journal().entry().id();
        if (id != null) {
          throw createdAlready(id);
        }
      }
      case Precondition.DuplicateCandidatesAre candidates -> checkDuplicates(candidates.ids());
      case Precondition.WaiversAre waivers -> checkWaivers(waivers.texts());
      case Precondition.RunNotEnded run -> {
        if (readRun(run.runId()).hasEnded()) {
          throw staleRun("The run " + run.runId() + " has ended");
        }
      }
      case Precondition.SiblingsAre siblings -> {
        if (!readRun(null).children(siblings.groupId()).equals(siblings.ids())) {
          throw staleRun("The tasks of the run have changed, in the group " + siblings.groupId());
        }
      }
      case Precondition.NotStarted notStarted -> {
        for (String id : notStarted.ids()) {
          if (!readRun(null).isWaiting(id)) {
            throw staleRun("The run has moved on: what was to come after has begun, " + id);
          }
        }
      }
      case Precondition.AfterOperation after -> {
        // The order of the operations ensures it.
      }
    }
  }

  private void checkDuplicates(List<String> planned) throws ApplyException {
    List<String> now = apply.duplicateCandidates();
    if (!now.equals(planned)) {
      throw stale(
          "The processes it would stand beside have changed: "
              + idsText(now)
              + ", planned with "
              + idsText(planned));
    }
  }

  private void checkWaivers(List<String> planned) throws ApplyException {
    List<String> now = DriftWaiver.texts(apply.journal().entry().waivers());
    if (!now.equals(planned)) {
      throw stale(
          "What may stay as somebody edited it in Workiva (procc keep) has changed since the plan: "
              + idsText(now)
              + ", planned with "
              + idsText(planned));
    }
  }

  private static String idsText(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids);
  }

  private void checkPlannedContent(String hash) throws ApplyException {
    if (look != ContentLook.LATER && !isListedAsPlanned()) {
      checkContent(LiveProcess.at(hash, plan.live().revision()));
    }
  }

  private boolean isListedAsPlanned() throws ApplyException {
    Long planned = plan.live().revision();
    String id = plan.id();
    if (look != ContentLook.LISTED || planned == null || id == null) {
      return false;
    }
    ProcessSummary listed = apply.live().listing().get(id);
    return listed != null && planned.equals(listed.revision());
  }

  /// Checks that the content of the process is unchanged.
  ///
  /// @param seen as `SeenProcess` has it
  void checkContent(String seen) throws ApplyException {
    Optional<LiveProcess> found = apply.live().reread();
    if (found.isEmpty()) {
      throw stale("The process " + plan.id() + " is not there any more");
    }
    LiveProcess live = found.get();
    if (!live.isAsSeen(seen)) {
      throw stale(
          "The process " + live.id() + " has changed since the plan" + live.lastChangeText());
    }
  }

  /// @param planned `FINISHED` if a run that has ended is given up on purpose
  private void checkNoRun(RunState planned) throws ApplyException {
    String id = plan.id();
    if (id == null) {
      return;
    }
    if (apply.live().listing().get(id) == null) {
      throw stale("The list does not show the process " + id + ", so nobody knows of its runs");
    }
    RunSummary run = apply.live().listing().run(id);
    if (run != null && !(planned == RunState.FINISHED && run.isFinished())) {
      throw stale("The process " + id + " has a run: " + run.id() + ", " + run.status());
    }
  }

  /// @param id null for the run of the plan
  private RunTree readRun(@Nullable String id) throws ApplyException {
    RunTree read = cachedRun;
    if (read == null) {
      RunPlan planned = plan.run();
      read = apply.context().reader().getRun(id != null ? id : planned == null ? "" : planned.id());
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
