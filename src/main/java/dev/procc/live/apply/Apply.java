package dev.procc.live.apply;

import dev.procc.live.evidence.EvidenceRecorder;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.ApplySubject;
import dev.procc.live.execution.InPlaceUpdate;
import dev.procc.live.execution.PreconditionCheck;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.ProcessCreation;
import dev.procc.live.execution.RunAmendment;
import dev.procc.live.execution.SharedListing;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.record.WrittenFields;
import dev.procc.live.recover.ApplyResume;
import dev.procc.live.wire.LiveProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Carries out a plan.
///
/// Everything is checked before anything is written: one stale or refused process stops all. Then
/// the processes are changed one after the other; one that fails leaves the others to go on. Each
/// step is in the ledger before its call is sent, and every write is read back.
///
/// ```java
/// ApplyResult result = new Apply(context).run(plan);
/// ```
public final class Apply {
  private final ApplyContext context;
  private EvidenceRecorder evidence;

  public Apply(ApplyContext context) {
    this.context = context;
    this.evidence = new EvidenceRecorder(context.settings(), null);
  }

  /// The same, with a record of evidence for each process it changes.
  public Apply withEvidence(EvidenceWriter writer) {
    evidence = new EvidenceRecorder(context.settings(), writer);
    return this;
  }

  /// A process of the plan and the apply of it.
  private record OpenApply(ProcessPlan plan, ProcessApply apply) {
    /// The same with nothing read yet.
    OpenApply unread() {
      return new OpenApply(plan, apply.unread());
    }

    void checkPreconditions() throws ApplyException {
      new PreconditionCheck(apply, plan).check();
    }
  }

  // Applying

  /// Carries out all of a plan.
  public ApplyResult run(Plan plan) {
    return run(plan, plan.processes());
  }

  /// Carries out a plan for some of its processes, such as those whose hashes were approved.
  public ApplyResult run(Plan plan, List<ProcessPlan> selected) {
    List<ProcessPlan> affected =
        selected.stream().filter(p -> p.hasActions() || !p.refusals().isEmpty()).toList();
    try {
      new PlanCheck(context).check(plan);
    } catch (ApplyException failure) {
      return notStarted(affected, failure);
    }
    List<ProcessResult> refused = new ArrayList<>();
    List<OpenApply> applies = open(affected, refused);
    if (refused.isEmpty()) {
      checkPreconditions(applies, refused);
    }
    if (!refused.isEmpty()) {
      return noneStarted(affected, refused);
    }
    String warning = applies.isEmpty() ? "" : storePlan(plan);
    ApplyResult result = applyAll(applies, warning);
    recordSettings(selected);
    clearPendingPlans();
    return result;
  }

  private List<OpenApply> open(List<ProcessPlan> affected, List<ProcessResult> refused) {
    ApplySettings settings = context.settings();
    SharedListing listing = new SharedListing(context);
    List<OpenApply> applies = new ArrayList<>();
    for (ProcessPlan plan : affected) {
      LedgerEntry entry = LedgerEntry.empty(settings.target(), plan.identity(), settings.origin());
      ApplyException failure;
      try {
        entry = context.store().load(settings.target(), plan.identity()).orElse(entry);
        context.requireReach(plan.identity());
        failure = GuardCheck.check(settings, plan, entry);
        if (!plan.operations().isEmpty()) {
          evidence.requireWritable(plan.identity());
        }
      } catch (LedgerException e) {
        failure = ApplyException.of(e);
      } catch (ApplyException e) {
        failure = e;
      }
      ProcessApply apply = ProcessApply.of(context, plan, entry, listing);
      if (failure == null) {
        applies.add(new OpenApply(plan, apply));
      } else {
        refused.add(apply.failed(failure));
      }
    }
    return applies;
  }

  private static void checkPreconditions(List<OpenApply> applies, List<ProcessResult> refused) {
    for (OpenApply one : applies) {
      try {
        one.checkPreconditions();
      } catch (ApplyException failure) {
        refused.add(one.apply().failed(failure));
      }
    }
  }

  private ApplyResult applyAll(List<OpenApply> applies, String warning) {
    List<ProcessResult> results = new ArrayList<>();
    boolean anyWritten = false;
    boolean stopped = false;
    for (OpenApply opened : applies) {
      if (stopped) {
        results.add(
            withoutDetails(
                opened.plan(), Verdict.NOT_STARTED, "Not begun: it was stopped before", ""));
        continue;
      }
      context
          .events()
          .processStarted(
              opened.apply().identity(),
              opened.apply().subject().action(),
              results.size() + 1,
              applies.size());
      ProcessResult done = applyOne(opened, anyWritten, warning);
      ProcessResult result = evidence.record(opened.plan(), done, List.of());
      anyWritten |= result.changed();
      // A record that was not taken, though it could be before: nothing more is done without.
      stopped = result.verdict() == Verdict.INTERRUPTED || !result.equals(done);
      results.add(result);
      context.events().processEnded(result);
    }
    return new ApplyResult(results, "", "");
  }

  /// @param recheck whether something was written since the checks, which then are repeated
  private static ProcessResult applyOne(OpenApply opened, boolean recheck, String warning) {
    OpenApply one = recheck ? opened.unread() : opened;
    ProcessApply apply = one.apply();
    if (!warning.isEmpty()) {
      apply.result().warn(warning);
    }
    try {
      if (recheck) {
        one.checkPreconditions();
      }
      apply.throwIfStopRequested();
      apply.journal().begin(ApplyStep.BEGIN, "begin");
      return execute(one.plan(), apply);
    } catch (ApplyException failure) {
      return apply.failedBeforeEnd(failure);
    }
  }

  private static ProcessResult execute(ProcessPlan plan, ProcessApply apply) throws ApplyException {
    PlanAction action = plan.mainAction();
    return switch (action) {
      case CREATE, REPLACE -> new ProcessCreation(apply, plan).run();
      case PATCH, RENAME -> new InPlaceUpdate(apply, plan).run();
      case TRASH -> TrashStep.removeProcess(apply, PreconditionCheck.givenUpRun(plan));
      case FORGET -> apply.forget();
      case AMEND -> new RunAmendment(apply, plan).run();
      case null ->
          apply.result().unchanged("There is nothing to do", "", apply.journal().entry().id());
    };
  }

  // What is not applied

  private static ApplyResult notStarted(List<ProcessPlan> affected, ApplyException failure) {
    List<ProcessResult> results = new ArrayList<>();
    for (ProcessPlan plan : affected) {
      results.add(withoutDetails(plan, failure.verdict(), failure.getMessage(), failure.help()));
    }
    return new ApplyResult(results, failure.getMessage(), failure.help(), failure.verdict());
  }

  private static ApplyResult noneStarted(List<ProcessPlan> affected, List<ProcessResult> refused) {
    List<ProcessResult> results = new ArrayList<>();
    for (ProcessPlan plan : affected) {
      ProcessResult own = null;
      for (ProcessResult result : refused) {
        own = result.identity().equals(plan.identity()) ? result : own;
      }
      results.add(
          own != null
              ? own
              : withoutDetails(
                  plan,
                  Verdict.NOT_STARTED,
                  "Not begun: nothing was changed",
                  "Name it to apply it without the others: procc apply " + plan.identity()));
    }
    return new ApplyResult(results, "", "");
  }

  private static ProcessResult withoutDetails(
      ProcessPlan plan, Verdict verdict, String message, String help) {
    return ProcessResult.withoutDetails(
        plan.identity(),
        plan.name(),
        ApplySubject.actionOf(plan),
        new ProcessResult.Conclusion(verdict, message, help));
  }

  // The ledger and kept plans

  /// Records what the ledger has to learn of processes that are not changed: settings of their
  /// definitions (`protect`, `onRemoval`), and what Workiva shows already. Nothing is written to
  /// Workiva.
  ///
  /// @return the failure of the ledger; empty if all is well
  public Optional<String> recordSettings(List<ProcessPlan> selected) {
    try {
      for (ProcessPlan plan : selected) {
        LedgerUpdate update = plan.hasActions() ? null : plan.ledgerUpdate();
        LedgerEntry entry =
            update == null || plan.hasActions() || !plan.refusals().isEmpty()
                ? null
                : context.store().load(context.settings().target(), plan.identity()).orElse(null);
        boolean isInReach = context.settings().reach().whyNot(plan.identity()) == null;
        if (update != null && entry != null && entry.pending() == null && isInReach) {
          LedgerEntry noted =
              update.nodes().isEmpty() ? withSettings(entry, update) : noted(plan, entry);
          if (!noted.equals(entry)) {
            context.store().save(noted, "note of " + plan.identity());
          }
        }
      }
      return Optional.empty();
    } catch (LedgerException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static LedgerEntry withSettings(LedgerEntry entry, LedgerUpdate update) {
    RecordedDefinition definition = entry.definition();
    return entry.withDefinition(
        entry.name(),
        new RecordedDefinition(
            definition.sourceHash(), update.protect(), update.onRemoval(), definition.sources()));
  }

  /// What Workiva shows already of what the definition says, unless it was edited since the plan.
  private LedgerEntry noted(ProcessPlan plan, LedgerEntry entry) {
    try {
      String id = entry.id();
      LiveProcess live = id == null ? null : context.reader().get(id);
      return live != null && live.contentHash().equals(plan.live().contentHash())
          ? new LedgerRecorder(plan, context.settings().options())
              .applied(entry, live, WrittenFields.NONE)
          : entry;
    } catch (ApplyException notRead) {
      return entry;
    }
  }

  /// @return a warning; empty if all is well
  private String storePlan(Plan plan) {
    try {
      context.pendingPlans().save(plan);
      return "";
    } catch (IOException e) {
      return "the plan could not be kept for a resume: " + e.getMessage();
    }
  }

  /// Kept plans are removed when nothing of the target is pending any more.
  private void clearPendingPlans() {
    try {
      for (LedgerEntry entry : context.store().list(context.settings().target())) {
        if (entry.pending() != null) {
          return;
        }
      }
      context.pendingPlans().clear(context.settings().target());
    } catch (LedgerException | IOException keptLonger) {
      return;
    }
  }

  // Resuming

  /// Goes on with every apply of the target that was not ended.
  public ApplyResult resume() {
    return resume(Set.of());
  }

  /// Goes on with the applies of these processes.
  ///
  /// @param identities empty for all
  public ApplyResult resume(Set<String> identities) {
    try {
      new PlanCheck(context).loadRecordedIds();
    } catch (ApplyException failure) {
      ProcessResult result =
          ProcessResult.withoutDetails(
              "",
              "",
              "resume",
              new ProcessResult.Conclusion(
                  failure.verdict(), failure.getMessage(), failure.help()));
      return new ApplyResult(List.of(result), failure.getMessage(), failure.help());
    }
    List<ProcessResult> results = new ArrayList<>();
    try {
      List<LedgerEntry> interrupted = new ArrayList<>();
      for (LedgerEntry entry : context.store().list(context.settings().target())) {
        if (entry.pending() != null
            && (identities.isEmpty() || identities.contains(entry.identity()))) {
          interrupted.add(entry);
        }
      }
      for (LedgerEntry entry : interrupted) {
        context
            .events()
            .processStarted(entry.identity(), "resume", results.size() + 1, interrupted.size());
        ProcessResult result = resume(entry, Objects.requireNonNull(entry.pending()));
        results.add(result);
        context.events().processEnded(result);
      }
      clearPendingPlans();
    } catch (LedgerException e) {
      ApplyException failure = ApplyException.of(e);
      return new ApplyResult(results, failure.getMessage(), failure.help(), failure.verdict());
    }
    return new ApplyResult(results, results.isEmpty() ? "Nothing is pending" : "", "");
  }

  private ProcessResult resume(LedgerEntry entry, PendingStep pending) {
    ProcessPlan plan =
        context
            .pendingPlans()
            .find(entry.target(), entry.identity(), pending.planHash())
            .orElse(null);
    try {
      evidence.requireWritable(entry.identity());
    } catch (ApplyException unrecordable) {
      return ProcessApply.of(context, entry, entry.id()).failed(unrecordable);
    }
    return evidence.record(plan, ApplyResume.resume(context, entry, pending, plan), List.of());
  }
}
