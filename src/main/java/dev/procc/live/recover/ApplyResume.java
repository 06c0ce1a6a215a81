package dev.procc.live.recover;

import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.DuplicateSearch;
import dev.procc.live.execution.InPlaceUpdate;
import dev.procc.live.execution.LiveReader;
import dev.procc.live.execution.LostResponse;
import dev.procc.live.execution.PreconditionCheck;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.ProcessCreation;
import dev.procc.live.execution.RunAmendment;
import dev.procc.live.execution.RunStart;
import dev.procc.live.execution.SharedListing;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.record.PlannedNodes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The resumption of an interrupted apply, from the pending step in the ledger.
///
/// With the plan that was being applied, it continues to the end. Without it (on another machine,
/// or if the folder is lost), it does what is certain: a new process that is not the current one
/// yet is moved to the bin, one that is replaces the former one, and everything else is planned
/// again.
public final class ApplyResume {
  /// The steps that are undone if the process is protected since.
  private static final Set<ApplyStep> TAKEN_BACK =
      EnumSet.of(ApplyStep.CREATING, ApplyStep.CREATED, ApplyStep.SWITCHED, ApplyStep.TRASHING);

  private final ProcessApply apply;
  private final PendingStep pending;
  private final @Nullable ProcessPlan plan;

  private ApplyResume(ProcessApply apply, PendingStep pending, @Nullable ProcessPlan plan) {
    this.apply = apply;
    this.pending = pending;
    this.plan = plan;
  }

  /// Resumes the apply of one process.
  ///
  /// @param plan that was being applied; null if it is lost
  /// @param listing shared with others that are resumed
  public static ProcessResult resume(
      ApplyContext context,
      LedgerEntry entry,
      PendingStep pending,
      @Nullable ProcessPlan plan,
      SharedListing listing) {
    ProcessApply apply = open(context, entry, pending, plan, listing);
    try {
      context.requireReach(entry.identity());
      context.requireOrigin(entry);
      apply.journal().takeOver(pending);
      return new ApplyResume(apply, pending, plan).run();
    } catch (ApplyException failure) {
      boolean somethingDone = pending.step().orElse(null) != ApplyStep.BEGIN;
      return apply.failed(
          failure.refusedForGood()
              ? giveUp(apply, failure)
              : somethingDone && failure.verdict() == Verdict.FAILED
                  ? failure.asPartialAfterWrites()
                  : failure);
    } catch (RuntimeException | StackOverflowError bug) {
      return apply.failed(internal(bug, entry));
    }
  }

  private static ProcessApply open(
      ApplyContext context,
      LedgerEntry entry,
      PendingStep pending,
      @Nullable ProcessPlan plan,
      SharedListing listing) {
    return plan == null
        ? ProcessApply.of(context, entry, pending.formerId(), listing)
        : ProcessApply.of(context, plan, entry, listing);
  }

  private static ApplyException internal(Throwable bug, LedgerEntry entry) {
    return ApplyException.internal(
        bug, "procc state show " + entry.identity() + " says where it stands");
  }

  /// Ends an apply whose next call is always refused; the rest is planned again.
  private static ApplyException giveUp(ProcessApply apply, ApplyException refusal) {
    LedgerEntry entry = apply.journal().entry();
    PendingStep last = entry.pending();
    if (last == null) {
      return refusal;
    }
    SeenProcess former = last.subject().former();
    SeenProcess created = last.subject().created();
    try {
      if (created == null) {
        apply.journal().cancel();
      } else {
        apply.journal().end("refused at " + last.stepName() + ", given up");
      }
    } catch (LedgerException e) {
      return ApplyException.of(e);
    } catch (ApplyException e) {
      return e;
    }
    String left = "";
    String help = "";
    if (created != null && former != null) {
      left = "; " + former.id() + " and " + created.id() + " may both be live";
      help = "Move the one that is to go to the bin in Workiva. ";
    } else if (created != null && last.step().orElse(null) == ApplyStep.CREATED) {
      left = "; the new process " + created.id() + " may be live";
      help = "procc adopt " + apply.identity() + " " + created.id() + " takes it. ";
    }
    return ApplyException.of(
        Verdict.PARTIAL,
        refusal.getMessage() + "; given up" + left,
        help + "Plan again: procc plan");
  }

  /// Undoes an apply whose process is protected now: the process stays.
  ///
  /// @param plan that was being applied; null if it is lost
  /// @param refusal of the protection
  public static ProcessResult takeBack(
      ApplyContext context,
      LedgerEntry entry,
      PendingStep pending,
      @Nullable ProcessPlan plan,
      SharedListing listing,
      ApplyException refusal) {
    ProcessApply apply = open(context, entry, pending, plan, listing);
    SeenProcess former = pending.subject().former();
    ApplyStep step = pending.step().orElse(null);
    if (former == null || step == null || pending.isOfRollback() || !TAKEN_BACK.contains(step)) {
      return apply.failed(refusal);
    }
    try {
      context.requireReach(entry.identity());
      context.requireOrigin(entry);
      apply.journal().takeOver(pending);
      ApplyResume resume = new ApplyResume(apply, pending, plan);
      if (step == ApplyStep.TRASHING && resume.isGoneForGood(former)) {
        return TrashStep.recordTrashed(apply, former.id());
      }
      return apply.failed(
          ApplyException.of(
              Verdict.REFUSED,
              refusal.getMessage() + "; " + former.id() + " stays" + resume.takenBack(former),
              "Plan again: procc plan"));
    } catch (ApplyException failure) {
      return apply.failed(failure);
    } catch (RuntimeException | StackOverflowError bug) {
      return apply.failed(internal(bug, entry));
    }
  }

  private boolean isGoneForGood(SeenProcess former) throws ApplyException {
    LiveReader reader = apply.context().reader();
    return new LostResponse(apply.context(), apply.identity())
        .settle(
            pending,
            () -> reader.isGone(former.id()),
            isGone -> isGone ? Optional.of(former) : Optional.empty())
        .isPresent();
  }

  /// Takes a new process back, if there is one, and ends the step.
  ///
  /// @return what became of it; empty if nothing was to be created
  private String takenBack(SeenProcess former) throws ApplyException {
    ApplyStep step = pending.step().orElse(null);
    if (step == ApplyStep.TRASHING) {
      apply.journal().end("not trashed: " + former.id() + " is protected");
      return "";
    }
    Optional<SeenProcess> created = Optional.ofNullable(pending.subject().created());
    if (step == ApplyStep.CREATING) {
      created =
          plan == null
              ? DuplicateSearch.withoutPlan(apply).settle(pending)
              : DuplicateSearch.of(apply, PlannedNodes.of(plan)).settle(pending);
    }
    if (created.isEmpty()) {
      apply.journal().end("resumed at " + pending.stepName());
      return ", and nothing was created";
    }
    if (step == ApplyStep.SWITCHED) {
      TrashStep.switchBack(apply, former, created.get());
    } else {
      TrashStep.discardCreated(apply, created.get());
    }
    return ", and the new one, " + created.get().id() + ", is in the bin";
  }

  private ProcessResult run() throws ApplyException {
    ApplyStep step = pending.step().orElse(null);
    return switch (step) {
      case BEGIN -> endUnchanged("Nothing had been changed");
      case PATCHING, RENAMING ->
          plan == null
              ? endUnchanged("What was changed is shown by the next plan")
              : new InPlaceUpdate(apply, plan).resume();
      case CREATING ->
          plan == null
              ? discardSearched()
              : new ProcessCreation(apply, plan).resumeCreating(pending);
      case CREATED -> resumeCreated();
      case SWITCHED -> resumeSwitched();
      case TRASHING -> resumeTrashing();
      case RESTORING -> RestoreStep.resume(apply, pending, created());
      case ADDING ->
          plan == null
              ? endUnchanged("What was added to the run is found by the next procc plan --run")
              : new RunAmendment(apply, plan).resume(pending);
      case RUNNING -> resumeStart();
      case FORGETTING -> resumeForgetting();
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

  private ProcessResult endUnchanged(String message) throws ApplyException {
    apply.journal().end("resumed at " + pending.stepName());
    return unchanged(message);
  }

  private ProcessResult unchanged(String message) {
    return apply
        .result()
        .unchanged(message, "Plan again: procc plan", apply.journal().entry().id());
  }

  private ProcessResult discardSearched() throws ApplyException {
    Optional<SeenProcess> created = DuplicateSearch.withoutPlan(apply).settle(pending);
    if (created.isEmpty()) {
      return endUnchanged("Nothing had been created");
    }
    TrashStep.discardCreated(apply, created.get());
    return unchanged("The process that was created, " + created.get().id() + ", is in the bin");
  }

  private ProcessResult resumeCreated() throws ApplyException {
    SeenProcess created = created();
    if (apply.context().reader().isGone(created.id())) {
      apply.journal().end("the new process is gone");
      return unchanged("The new process " + created.id() + " is gone, the old one stays");
    }
    if (plan != null) {
      return new ProcessCreation(apply, plan).executeAfter(created);
    }
    TrashStep.discardCreated(apply, created);
    return unchanged("The new process " + created.id() + " is in the bin, the old one stays");
  }

  private SeenProcess created() throws ApplyException {
    SeenProcess created = pending.subject().created();
    if (created == null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "The ledger names no new process at step \"" + pending.stepName() + "\"",
          "Repair procc.state, or look in its history");
    }
    return created;
  }

  /// Trashes the former process, since the new one is the current one.
  private ProcessResult resumeSwitched() throws ApplyException {
    SeenProcess former = pending.subject().former();
    return former == null
        ? endUnchanged("The new process is in place")
        : ProcessCreation.resumeSwitched(apply, created(), former, givenUpRun());
  }

  private ProcessResult resumeTrashing() throws ApplyException {
    SeenProcess former = pending.subject().former();
    String currentId = apply.journal().entry().id();
    if (former == null || (currentId != null && !currentId.equals(former.id()))) {
      return endUnchanged("There is nothing to trash");
    }
    try {
      TrashStep.trash(apply, former, givenUpRun());
    } catch (ApplyException failure) {
      if (failure.verdict() == Verdict.STALE) {
        apply.journal().end("not trashed: " + former.id());
      }
      throw failure;
    }
    return TrashStep.recordTrashed(apply, former.id());
  }

  /// `FINISHED` if the plan or the command gives up a run that has ended.
  private RunState givenUpRun() {
    RunState planned = PreconditionCheck.givenUpRun(plan);
    return planned == RunState.FINISHED ? planned : apply.journal().givenUpRun();
  }

  private ProcessResult resumeForgetting() throws ApplyException {
    ProcessApply forgetting = apply.withAction(PlanAction.FORGET.word());
    String id = forgetting.journal().entry().id();
    if (id == null || apply.context().reader().isGone(id)) {
      return forgetting.forgotten();
    }
    forgetting.journal().end("not forgotten: " + id + " is live");
    return forgetting
        .result()
        .unchanged("Not forgotten: " + id + " is live", "Plan again: procc plan", id);
  }

  private ProcessResult resumeStart() throws ApplyException {
    String id = pending.formerId();
    return id == null
        ? endUnchanged("No run has begun")
        : new RunStart(apply.withAction("run"), id).resume(pending);
  }
}
