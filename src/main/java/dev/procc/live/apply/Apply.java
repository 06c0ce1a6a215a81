package dev.procc.live.apply;

import dev.procc.base.timing.Waiting;
import dev.procc.live.evidence.EvidenceRecorder;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.ApplySubject;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.SharedListing;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.safety.Thresholds;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.recover.LeasesAhead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The application of a plan.
///
/// Everything is checked before anything is written: one stale or refused process stops the apply.
/// Then the processes are changed, several at a time if there are many; if one fails, the others
/// continue. Each step is in the ledger before its call is sent, and every write is read back.
///
/// ```java
/// ApplyResult result = new Apply(context).run(plan);
/// ```
public final class Apply {
  private final Turns turns = new Turns();
  private ApplyContext context;
  private EvidenceRecorder evidence;

  public Apply(ApplyContext context) {
    this.context =
        context
            .withSleeper(turns.givingWay(context.sleeper()))
            .withEvents(new OneAtATime(context.events()));
    this.evidence = new EvidenceRecorder(context.settings(), null, context::requireFree);
  }

  /// A copy with an evidence record for each process that it changes.
  public Apply withEvidence(EvidenceWriter writer) {
    context = context.withEvidence(true);
    evidence = new EvidenceRecorder(context.settings(), writer, context::requireFree);
    return this;
  }

  // Applying

  /// Applies the whole plan.
  public ApplyResult run(Plan plan) {
    return run(plan, plan.processes());
  }

  /// Applies a plan for some of its processes, such as those whose hashes were approved.
  public ApplyResult run(Plan plan, List<ProcessPlan> selected) {
    List<ProcessPlan> affected =
        selected.stream().filter(p -> p.hasActions() || !p.refusals().isEmpty()).toList();
    try {
      new PlanCheck(context, evidence).check(plan, affected);
    } catch (ApplyException failure) {
      return notStarted(affected, failure);
    }
    List<ProcessResult> refused = new ArrayList<>();
    List<PlannedApply> applies = open(plan, affected, refused);
    if (refused.isEmpty()) {
      checkPreconditions(applies, refused);
    }
    if (!refused.isEmpty()) {
      return noneStarted(affected, refused);
    }
    StoredPlans stored = new StoredPlans(context);
    String warning = applies.isEmpty() ? "" : stored.add(plan);
    List<ProcessResult> results = new ArrayList<>(applyAll(applies, warning));
    if (results.stream().noneMatch(one -> one.verdict() == Verdict.INTERRUPTED)) {
      results.addAll(recordSettings(selected).processes());
    }
    stored.clear();
    return new ApplyResult(results, "", "");
  }

  private List<PlannedApply> open(
      Plan whole, List<ProcessPlan> affected, List<ProcessResult> refused) {
    ApplySettings settings = context.settings();
    List<PlanRefusal> counts = Thresholds.ofCounts(affected, settings.guards().limits());
    SharedListing listing = new SharedListing(context);
    List<PlannedApply> applies = new ArrayList<>();
    for (ProcessPlan plan : affected) {
      LedgerEntry entry = LedgerEntry.empty(settings.target(), plan.identity(), settings.origin());
      List<PlanRefusal> lifted = new ArrayList<>(counts);
      lifted.removeIf(count -> !Thresholds.isCounted(count, plan));
      ApplyException failure;
      try {
        entry = context.store().load(settings.target(), plan.identity()).orElse(entry);
        evidence.requireSettled(entry);
        context.requireReach(plan.identity());
        GuardCheck.requireStillRemoved(settings, plan, entry);
        GuardCheck guards = GuardCheck.of(settings, plan, entry, whole.limits());
        failure = guards.refusal();
        lifted.addAll(guards.lifted());
        if (plan.hasActions()) {
          evidence.requireWritable(plan.identity());
        }
      } catch (LedgerException e) {
        failure = ApplyException.of(e);
      } catch (ApplyException e) {
        failure = e;
      }
      ProcessApply apply = ProcessApply.of(context, plan, entry, listing);
      if (failure == null) {
        applies.add(PlannedApply.of(plan, apply, lifted));
      } else {
        refused.add(apply.failed(failure));
      }
    }
    return applies;
  }

  private void checkPreconditions(List<PlannedApply> applies, List<ProcessResult> refused) {
    boolean many = Turns.isMany(applies);
    turns
        .run(
            applies,
            PlannedApply::identity,
            one -> {
              try (Waiting _ = Waiting.of(one.identity(), applies.size())) {
                return one.refusal(many);
              }
            })
        .stream()
        .flatMap(Optional::stream)
        .forEach(refused::add);
  }

  private List<ProcessResult> applyAll(List<PlannedApply> applies, String warning) {
    AtomicInteger started = new AtomicInteger();
    AtomicInteger touched = new AtomicInteger();
    AtomicBoolean stopped = new AtomicBoolean();
    boolean many = Turns.isMany(applies);
    return turns.run(
        applies,
        PlannedApply::group,
        one -> {
          if (stopped.get()) {
            return withoutDetails(
                one.plan(), Verdict.NOT_STARTED, "Not begun: it was stopped before", "");
          }
          String action = one.apply().subject().action();
          int number = started.incrementAndGet();
          context.events().processStarted(one.identity(), action, number, applies.size());
          // An apply that has begun may have written; what was checked before that is checked
          // again.
          boolean recheck = touched.getAndIncrement() > 0 || many;
          ProcessResult done = (recheck ? one.unread() : one).run(warning);
          ProcessResult result = record(one.plan(), done, one.lifted());
          if (!result.changed()) {
            touched.decrementAndGet();
          }
          // If a record cannot be written although it could before, nothing else is done.
          if (result.verdict() == Verdict.INTERRUPTED || !result.equals(done)) {
            stopped.set(true);
          }
          context.events().processEnded(result);
          return result;
        });
  }

  /// Records what was done. An entry that is to be removed is removed after that.
  private ProcessResult record(
      @Nullable ProcessPlan plan, ProcessResult done, List<PlanRefusal> lifted) {
    ProcessResult result = evidence.record(plan, done, lifted);
    boolean forgets =
        done.action().equals(PlanAction.FORGET.word()) && done.verdict() == Verdict.APPLIED;
    if (!forgets || !result.equals(done)) {
      return result;
    }
    String identity = result.identity();
    try {
      context.store().delete(context.settings().target(), identity, identity + ": forgotten");
      return result;
    } catch (LedgerException e) {
      return ProcessResult.withoutDetails(
          identity,
          result.name(),
          result.action(),
          new ProcessResult.Conclusion(
              Verdict.PARTIAL,
              "It is on record as forgotten, and the ledger still has it: " + e.getMessage(),
              "procc apply --resume " + identity));
    }
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

  /// Updates the ledger entries of processes that are not changed.
  public ApplyResult recordSettings(List<ProcessPlan> selected) {
    return new ApplyResult(new SettingsRecorder(context, evidence).record(selected), "", "");
  }

  // Resuming

  /// Resumes every apply of the target that was not completed.
  public ApplyResult resume() {
    return resume(Set.of());
  }

  /// Resumes the applies of these processes.
  ///
  /// @param identities empty for all
  public ApplyResult resume(Set<String> identities) {
    PlanCheck check = new PlanCheck(context, evidence);
    try {
      LeasesAhead.release(context, identities);
      check.loadRecordedIds();
    } catch (LedgerException e) {
      return notResumed(ApplyException.of(e));
    } catch (ApplyException failure) {
      return notResumed(failure);
    }
    List<ProcessResult> results = new ArrayList<>();
    StoredPlans stored = new StoredPlans(context);
    try {
      List<PendingApply> interrupted = new ArrayList<>();
      List<String> others = new ArrayList<>();
      for (LedgerEntry entry : context.store().list(context.settings().target())) {
        PendingStep pending = entry.pending();
        if (pending != null && (identities.isEmpty() || identities.contains(entry.identity()))) {
          interrupted.add(PendingApply.of(entry, pending, context.pendingPlans()));
        } else if (pending != null) {
          others.add(entry.identity());
        }
      }
      results.addAll(resumeAll(interrupted));
      if (!interrupted.isEmpty()) {
        stored.clear();
      } else if (!others.isEmpty()) {
        return nothingOf(identities, others, check.recordsText());
      }
    } catch (LedgerException e) {
      ApplyException failure = ApplyException.of(e);
      return new ApplyResult(results, failure.getMessage(), failure.help(), failure.verdict());
    }
    return results.isEmpty()
        ? new ApplyResult(results, "Nothing is pending" + check.recordsText(), check.recordsHelp())
        : new ApplyResult(results, "", "");
  }

  /// @param others of which something is pending
  private static ApplyResult nothingOf(Set<String> named, List<String> others, String records) {
    return new ApplyResult(
        List.of(),
        "Nothing is pending of "
            + String.join(", ", new TreeSet<>(named))
            + ", but of "
            + String.join(", ", others)
            + records,
        "procc apply --resume " + String.join(" ", others));
  }

  private static ApplyResult notResumed(ApplyException failure) {
    ProcessResult result =
        ProcessResult.withoutDetails(
            "",
            "",
            "resume",
            new ProcessResult.Conclusion(failure.verdict(), failure.getMessage(), failure.help()));
    return new ApplyResult(List.of(result), failure.getMessage(), failure.help());
  }

  private List<ProcessResult> resumeAll(List<PendingApply> interrupted) {
    SharedListing listing = new SharedListing(context);
    AtomicInteger started = new AtomicInteger();
    return turns.run(
        interrupted,
        PendingApply::group,
        one -> {
          int number = started.incrementAndGet();
          context
              .events()
              .processStarted(one.entry().identity(), "resume", number, interrupted.size());
          ProcessResult result = resume(one, listing);
          context.events().processEnded(result);
          return result;
        });
  }

  private ProcessResult resume(PendingApply one, SharedListing listing) {
    LedgerEntry entry = one.entry();
    GuardCheck guards = GuardCheck.ofResume(context.settings(), entry, one.pending(), one.plan());
    ApplyException failure = guards.refusal();
    try {
      evidence.requireWritable(entry.identity());
    } catch (ApplyException unrecordable) {
      return ProcessApply.of(context, entry, entry.id()).failed(unrecordable);
    }
    if (failure != null && guards.isOnlyProtected()) {
      ProcessResult back = one.takeBack(context, listing, failure);
      return record(one.plan(), back, guards.lifted());
    }
    return failure == null
        ? record(one.plan(), one.resume(context, listing), guards.lifted())
        : ProcessApply.of(context, entry, entry.id()).failed(failure);
  }
}
