package dev.procc.live.apply;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.Sleeper;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.InPlaceUpdate;
import dev.procc.live.execution.LedgerBinding;
import dev.procc.live.execution.PendingPlanStore;
import dev.procc.live.execution.PreconditionCheck;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.ProcessCreation;
import dev.procc.live.execution.RunAmendment;
import dev.procc.live.execution.TrashStep;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.outcome.ApplyEvents;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.recover.ApplyResume;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Carries out a plan.
///
/// Everything is checked before anything is written: one stale or refused process stops all. Then
/// the processes are changed one after the other; one that fails leaves the others to go on. Each
/// step is in the ledger before the next one begins, and every write is read back.
///
/// ```java
/// ApplyResult result = new Apply(api, store, settings, events, keeper, clock, pause).run(plan);
/// ```
public final class Apply {
  private final ApplyContext context;
  private @Nullable EvidenceWriter evidenceWriter;

  public Apply(
      ApiClient api,
      LedgerStore store,
      ApplySettings settings,
      ApplyEvents events,
      PendingPlanStore plans,
      Clock clock,
      Sleeper pause) {
    context = new ApplyContext(api, store, settings, events, plans, new HashSet<>(), clock, pause);
  }

  /// The same, with a record of evidence for each process it changes.
  public Apply withEvidence(EvidenceWriter writer) {
    evidenceWriter = writer;
    return this;
  }

  private ProcessResult withEvidenceRecord(ProcessPlan plan, ProcessResult result) {
    EvidenceWriter writer = evidenceWriter;
    if (writer == null || !result.changed()) {
      return result;
    }
    try {
      writer.write(context.settings(), plan, result);
      return result;
    } catch (IOException e) {
      return result.withWarning("the evidence record could not be written: " + e.getMessage());
    }
  }

  /// Carries out all of a plan.
  public ApplyResult run(Plan plan) {
    return run(plan, plan.processes());
  }

  /// Carries out a plan for some of its processes, such as those whose hashes were approved.
  public ApplyResult run(Plan plan, List<ProcessPlan> selected) {
    List<ProcessPlan> affected =
        selected.stream().filter(p -> p.hasActions() || !p.refusals().isEmpty()).toList();
    ApplyException planFailure = checkPlan(plan);
    if (planFailure != null) {
      return notStarted(affected, planFailure);
    }
    List<ProcessApply> applies = new ArrayList<>();
    List<ProcessResult> refusedResults = new ArrayList<>();
    for (ProcessPlan one : affected) {
      ProcessApply apply = openProcess(one, refusedResults);
      if (apply != null) {
        applies.add(apply);
      }
    }
    if (refusedResults.isEmpty()) {
      checkPreconditions(applies, refusedResults);
    }
    if (!refusedResults.isEmpty()) {
      return noneStarted(affected, refusedResults);
    }
    String warning = applies.isEmpty() ? "" : storePlan(plan);
    ApplyResult result = applyAll(applies, warning);
    recordSettings(selected);
    clearPendingPlans();
    return result;
  }

  /// Notes in the ledger what these processes need noted although nothing is done to them. Nothing
  /// is written to Workiva.
  ///
  /// @return what stopped it; empty where all is well
  public Optional<String> recordSettings(List<ProcessPlan> selected) {
    try {
      for (ProcessPlan plan : selected) {
        LedgerUpdate update = plan.hasActions() ? null : plan.ledgerUpdate();
        LedgerEntry entry =
            update == null || plan.hasActions() || !plan.refusals().isEmpty()
                ? null
                : context.store().load(context.settings().target(), plan.identity()).orElse(null);
        if (update != null
            && entry != null
            && entry.pending() == null
            && (entry.definition().protect() != update.protect()
                || entry.definition().onRemoval() != update.onRemoval())) {
          RecordedDefinition definition =
              new RecordedDefinition(
                  entry.definition().sourceHash(),
                  update.protect(),
                  update.onRemoval(),
                  entry.definition().sources());
          context
              .store()
              .save(entry.withDefinition(entry.name(), definition), "note of " + plan.identity());
        }
      }
      return Optional.empty();
    } catch (LedgerException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable ApplyException checkPlan(Plan plan) {
    ApplySettings settings = context.settings();
    if (!plan.target().equals(settings.target())) {
      return ApplyException.of(
          Verdict.STALE,
          "The plan is for target " + plan.target() + ", not for " + settings.target(),
          "Apply it with --target " + plan.target());
    }
    if (!sameOrigin(plan.header().apiUrl(), settings.origin())) {
      return ApplyException.of(
          Verdict.STALE,
          "The plan was made against "
              + plan.header().apiUrl()
              + ", not against "
              + settings.origin(),
          "Plan again: procc plan");
    }
    if (!plan.refusals().isEmpty()) {
      return refusal(plan.refusals());
    }
    return loadRecordedIds(settings.target());
  }

  /// All loopback counts as one: an emulator has another port every time.
  private static boolean sameOrigin(String first, String second) {
    return first.equals(second) || (isLoopback(first) && isLoopback(second));
  }

  private static boolean isLoopback(String origin) {
    try {
      String host = java.net.URI.create(origin).getHost();
      return host != null
          && (host.equals("localhost")
              || host.equals("[::1]")
              || host.matches("127(\\.\\d{1,3}){3}"));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private @Nullable ApplyException loadRecordedIds(String target) {
    try {
      for (LedgerEntry entry : context.store().list(target)) {
        context.recordedIds().addAll(entry.ids());
      }
    } catch (LedgerException e) {
      return ApplyException.of(e);
    }
    if (context.settings().canary().isPresent()) {
      return checkCanary(context.settings().canary().get());
    }
    return null;
  }

  private @Nullable ApplyException checkCanary(String id) {
    try {
      context.api().get(id, true);
      return null;
    } catch (ApiException e) {
      return e.kind() == ApiException.ApiErrorKind.NOT_FOUND
          ? ApplyException.of(
              Verdict.REFUSED,
              "The canary "
                  + id
                  + " is not here: this is not the tenant of target "
                  + context.settings().target(),
              "Check the credentials and the region of the target")
          : ApplyException.of(e);
    }
  }

  /// All of them at once: whoever lifts one must know of the others.
  private static ApplyException refusal(List<PlanRefusal> refusals) {
    Set<String> messages = new LinkedHashSet<>();
    Set<String> remedies = new LinkedHashSet<>();
    for (PlanRefusal refusal : refusals) {
      messages.add(refusal.message());
      if (refusal.remedy() != null) {
        remedies.add(refusal.remedy());
      }
      if (refusal.flag() != null) {
        remedies.add(refusal.flag() + " lifts it");
      }
    }
    return ApplyException.of(
        Verdict.REFUSED, String.join("; also: ", messages), String.join("; ", remedies));
  }

  private @Nullable ProcessApply openProcess(ProcessPlan plan, List<ProcessResult> refusedResults) {
    ApplySettings settings = context.settings();
    LedgerEntry empty = LedgerEntry.empty(settings.target(), plan.identity(), settings.origin());
    try {
      LedgerEntry entry = context.store().load(settings.target(), plan.identity()).orElse(empty);
      ProcessApply apply = new ProcessApply(context, plan, entry);
      if (!plan.refusals().isEmpty()) {
        refusedResults.add(apply.failedResult(refusal(plan.refusals())));
        return null;
      }
      return apply;
    } catch (LedgerException e) {
      refusedResults.add(new ProcessApply(context, plan, empty).failedResult(ApplyException.of(e)));
      return null;
    }
  }

  private static void checkPreconditions(
      List<ProcessApply> applies, List<ProcessResult> refusedResults) {
    ProcessApply first = null;
    for (ProcessApply apply : applies) {
      try {
        if (first != null && first.hasListing()) {
          apply.cacheListing(first.listing());
        }
        new PreconditionCheck(apply).check();
        first = first == null ? apply : first;
      } catch (ApplyException halt) {
        refusedResults.add(apply.failedResult(halt));
      }
    }
  }

  private static ApplyResult notStarted(List<ProcessPlan> affected, ApplyException planFailure) {
    List<ProcessResult> results = new ArrayList<>();
    for (ProcessPlan plan : affected) {
      results.add(
          resultWithoutDetails(
              plan, planFailure.verdict(), planFailure.getMessage(), planFailure.help()));
    }
    return new ApplyResult(
        results, planFailure.getMessage(), planFailure.help(), planFailure.verdict());
  }

  private static ApplyResult noneStarted(
      List<ProcessPlan> affected, List<ProcessResult> refusedResults) {
    List<ProcessResult> results = new ArrayList<>();
    for (ProcessPlan plan : affected) {
      ProcessResult own = null;
      for (ProcessResult result : refusedResults) {
        own = result.identity().equals(plan.identity()) ? result : own;
      }
      results.add(
          own != null
              ? own
              : resultWithoutDetails(
                  plan,
                  Verdict.NOT_STARTED,
                  "Not begun: nothing was changed",
                  "Name it to apply it without the others: procc apply " + plan.identity()));
    }
    return new ApplyResult(results, "", "");
  }

  private static ProcessResult resultWithoutDetails(
      ProcessPlan plan, Verdict verdict, String message, String help) {
    PlanAction action = plan.mainAction();
    return ProcessResult.withoutDetails(
        plan.identity(),
        plan.name(),
        action == null ? "none" : action.word(),
        new ProcessResult.Conclusion(verdict, message, help));
  }

  private ApplyResult applyAll(List<ProcessApply> applies, String warning) {
    List<ProcessResult> results = new ArrayList<>();
    boolean anyWritten = false;
    boolean stopped = false;
    int number = 0;
    for (ProcessApply apply : applies) {
      number++;
      if (stopped) {
        results.add(
            resultWithoutDetails(
                apply.plan, Verdict.NOT_STARTED, "Not begun: it was stopped before", ""));
        continue;
      }
      if (!warning.isEmpty()) {
        apply.warnings.add(warning);
      }
      context.events().processStarted(apply.identity(), apply.action(), number, applies.size());
      ProcessResult result = withEvidenceRecord(apply.plan, applyOne(apply, anyWritten));
      anyWritten |= result.changed();
      stopped = result.verdict() == Verdict.INTERRUPTED;
      results.add(result);
      context.events().processEnded(result);
    }
    return new ApplyResult(results, "", "");
  }

  /// @param recheck whether something was written since the checks, so that they count no more
  private ProcessResult applyOne(ProcessApply apply, boolean recheck) {
    try {
      if (recheck) {
        apply.clearCache();
        new PreconditionCheck(apply).check();
      }
      apply.throwIfStopRequested();
      apply.beginStep(ApplyStep.BEGIN, "begin", null, false);
      return execute(apply);
    } catch (ApplyException halt) {
      if (!apply.hasStandingWrites() && halt.verdict() != Verdict.PARTIAL) {
        apply.cancelStart();
      }
      return apply.failedResult(apply.hasStandingWrites() ? halt.asPartialAfterWrites() : halt);
    }
  }

  /// @return a warning; empty where all is well
  private String storePlan(Plan plan) {
    try {
      context.pendingPlans().save(plan);
      return "";
    } catch (IOException e) {
      return "the plan could not be kept for a resume: " + e.getMessage();
    }
  }

  /// Kept plans go when nothing of the target is pending any more.
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

  private static ProcessResult execute(ProcessApply apply) throws ApplyException {
    PlanAction action = apply.plan.mainAction();
    return switch (action) {
      case CREATE, REPLACE -> new ProcessCreation(apply).run();
      case PATCH, RENAME -> new InPlaceUpdate(apply).run();
      case TRASH -> TrashStep.removeProcess(apply);
      case FORGET -> LedgerBinding.forget(apply);
      case AMEND -> new RunAmendment(apply).run();
      case null ->
          apply.result(
              Verdict.UNCHANGED, "There is nothing to do", "", apply.entry().id(), null, null);
    };
  }

  /// Goes on with every apply of the target that was not ended.
  public ApplyResult resume() {
    return resume(Set.of());
  }

  /// Goes on with the applies of these processes.
  ///
  /// @param identities empty for all
  public ApplyResult resume(Set<String> identities) {
    ApplyException failure = loadRecordedIds(context.settings().target());
    if (failure != null) {
      return new ApplyResult(
          List.of(
              ProcessResult.withoutDetails(
                  "",
                  "",
                  "resume",
                  new ProcessResult.Conclusion(
                      failure.verdict(), failure.getMessage(), failure.help()))),
          failure.getMessage(),
          failure.help());
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
        results.add(resume(entry, results.size() + 1, interrupted.size()));
      }
      clearPendingPlans();
    } catch (LedgerException e) {
      ApplyException halt = ApplyException.of(e);
      return new ApplyResult(results, halt.getMessage(), halt.help(), halt.verdict());
    }
    return new ApplyResult(results, results.isEmpty() ? "Nothing is pending" : "", "");
  }

  private ProcessResult resume(LedgerEntry entry, int number, int total) {
    PendingStep pending = entry.pending();
    if (pending == null) {
      throw new IllegalArgumentException("nothing is pending for " + entry.identity());
    }
    ProcessPlan storedPlan =
        context
            .pendingPlans()
            .find(entry.target(), entry.identity(), pending.planHash())
            .orElse(null);
    ProcessPlan plan = storedPlan == null ? ApplyResume.placeholder(entry, pending) : storedPlan;
    ProcessApply apply = new ProcessApply(context, plan, entry);
    context.events().processStarted(apply.identity(), "resume", number, total);
    ProcessResult result;
    try {
      result = new ApplyResume(apply, pending, storedPlan != null).run();
    } catch (ApplyException halt) {
      result = apply.failedResult(apply.hasStandingWrites() ? halt.asPartialAfterWrites() : halt);
    }
    result = withEvidenceRecord(plan, result);
    context.events().processEnded(result);
    return result;
  }
}
