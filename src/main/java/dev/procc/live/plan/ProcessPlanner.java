package dev.procc.live.plan;

import dev.procc.live.http.ApiOrigin;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.plan.assemble.PlanAssembler;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.PlanSubject;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.compare.RunOnlyParts;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.decide.ProcessDecider;
import dev.procc.live.plan.explain.Explainer;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.plan.safety.RuleInput;
import dev.procc.live.planfile.Explanation;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ProcessRef;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.runplan.RunComparison;
import dev.procc.live.runplan.RunPlanner;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.RunSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The planner of one process: it compares, decides, explains, checks and assembles, each step a
/// value made from those before it.
final class ProcessPlanner {
  private final PlanContext context;
  private final WorkspaceListing listing;

  ProcessPlanner(PlanContext context, WorkspaceListing listing) {
    this.context = context;
    this.listing = listing;
  }

  /// The plan of a process with a definition, or of one that only the ledger knows.
  ProcessPlan plan(PlanInput input) {
    DesiredProcess desired = input.desired();
    LedgerEntry entry = input.entry();
    if (entry != null && isElsewhere(entry)) {
      return refuseElsewhere(entry);
    }
    String outOfReach = context.settings().reach().whyNot(input.identity());
    if (outOfReach != null) {
      return keep(recorded(input.identity(), entry), entry, outOfReach);
    }
    if (desired != null) {
      return planDefined(DefinitionTrees.of(desired), input);
    }
    return planRemoved(input.identity(), entry, input.lookup());
  }

  /// The plan that adds to a run what the run lacks from the definition; the process itself is not
  /// changed.
  ProcessPlan planRun(DesiredProcess desired, @Nullable LedgerEntry entry, RunTree run) {
    if (entry != null && isElsewhere(entry)) {
      return refuseElsewhere(entry);
    }
    ProcessRef process = new ProcessRef(desired.key(), desired.period(), run.process(), run.name());
    LiveState live =
        LiveState.notRead(entry != null, List.of())
            .withRunState(run.hasEnded() ? RunState.FINISHED : RunState.ACTIVE);
    PlanSubject subject = new PlanSubject(process, live, entry);
    RunComparison comparison = new RunComparison(desired, entry, run, context.day());
    Decision.AddTasks decision =
        run.hasEnded()
            ? new Decision.AddTasks(RunPlanner.ended(comparison), List.of(), List.of())
            : RunPlanner.plan(comparison);
    return assemble(subject, DefinitionTrees.of(desired), decision, decision.run());
  }

  /// Whether the ledger has the process on another server.
  private boolean isElsewhere(LedgerEntry entry) {
    return !entry.origin().isEmpty()
        && !ApiOrigin.of(entry.origin()).equals(ApiOrigin.of(context.apiUrl()));
  }

  private ProcessPlan refuseElsewhere(LedgerEntry entry) {
    PlanRefusal refusal =
        PlanRefusal.of(
            SafetyRule.ORIGIN,
            "the ledger knows it at "
                + entry.origin()
                + ", and target "
                + context.target()
                + " is "
                + context.apiUrl(),
            null,
            new WayOut(
                "procc state forget " + entry.identity(),
                "for a process that really lives there no more: nothing of it stays on record"));
    PlanSubject subject =
        new PlanSubject(
            ProcessRef.of(entry.identity(), entry.id(), entry.name()),
            LiveState.notRead(false, List.of()),
            null);
    return assemble(subject, null, new Decision.Refuse(refusal), null);
  }

  private ProcessPlan planDefined(DefinitionTrees definition, PlanInput input) {
    LedgerEntry entry = input.entry();
    PlanSubject subject = subject(definition, input);
    ProcessDecider decider = new ProcessDecider(context, subject);
    Decision decision =
        switch (input.lookup()) {
          case LiveLookup.NotRecorded none -> decider.create(definition, null);
          case LiveLookup.Missing missing ->
              recreates(definition)
                  ? decider.create(definition, missing.id())
                  : refuseMissing(definition, entry, missing.id());
          case LiveLookup.Unchanged unchanged -> new Decision.Unchanged();
          case LiveLookup.Read read -> decider.decide(comparison(definition, read, entry));
          case LiveLookup.Adoptable found -> adopt(definition, found);
          case LiveLookup.NotAdoptable found ->
              new Decision.Refuse(PlanRefusal.of(SafetyRule.ADOPT, found.why(), null, found.way()));
        };
    RunOnlyParts runOnly = subject.runOnly();
    if (decision instanceof Decision.Replace replace
        && runOnly != null
        && input.lookup() instanceof LiveLookup.Read read) {
      DefinitionTrees reduced = runOnly.withoutThem(replace.comparison());
      Decision again = decider.decide(comparison(reduced, read, entry));
      if (!(again instanceof Decision.Replace)) {
        return assemble(subject, reduced, again, runPlan(input));
      }
    }
    return assemble(subject, definition, decision, runPlan(input));
  }

  /// The adoption of a process as it is: a later plan settles the differences, whatever flags this
  /// one has.
  private Decision.Adopt adopt(DefinitionTrees definition, LiveLookup.Adoptable found) {
    LiveProcess live = found.live();
    ProcessRef process = ProcessRef.of(definition.identity(), live.id(), live.name());
    PlanSubject subject =
        new PlanSubject(process, liveState(live, found.entry(), List.of()), found.entry());
    return new Decision.Adopt(
        found.entry(),
        new ProcessDecider(context.withoutOverrides(), subject)
            .decide(ProcessComparison.of(definition, live, found.entry(), context.asOf())));
  }

  private ProcessComparison comparison(
      DefinitionTrees definition, LiveLookup.Read read, @Nullable LedgerEntry entry) {
    return ProcessComparison.of(definition, read.live(), entry, context.asOf());
  }

  /// The parts of a definition that only the last run of its process has; null if there are none.
  private @Nullable RunOnlyParts runOnly(
      DefinitionTrees definition, @Nullable String id, @Nullable LedgerEntry entry) {
    RunSummary run = id == null || entry == null ? null : listing.run(id);
    if (run == null || entry == null) {
      return null;
    }
    RunOnlyParts parts = RunOnlyParts.of(definition, entry, run.id());
    return parts.isEmpty() ? null : parts;
  }

  private boolean recreates(DefinitionTrees definition) {
    return context.overrides().lifts(SafetyRule.MISSING, definition.identity());
  }

  /// The subject of a plan with a definition.
  private PlanSubject subject(DefinitionTrees definition, PlanInput input) {
    DesiredProcess desired = definition.desired();
    LedgerEntry entry = input.entry();
    String name = definition.name();
    String id = null;
    LiveState live = LiveState.notRead(false, List.of());
    switch (input.lookup()) {
      case LiveLookup.NotRecorded none ->
          live = LiveState.notRead(entry != null, listing.duplicateCandidates(name, entry, null));
      case LiveLookup.Missing missing -> {
        id = recreates(definition) ? null : missing.id();
        live =
            LiveState.notRead(
                entry != null, listing.duplicateCandidates(name, entry, missing.id()));
      }
      case LiveLookup.Unchanged unchanged -> {
        id = unchanged.id();
        live = LiveState.unchanged(unchanged.revision(), runState(id, entry));
      }
      case LiveLookup.Adoptable found -> {
        id = found.live().id();
        live = liveState(found.live(), entry, List.of());
      }
      case LiveLookup.NotAdoptable found -> live = LiveState.notRead(entry != null, List.of());
      case LiveLookup.Read read -> {
        id = read.live().id();
        name = name.isEmpty() ? read.live().name() : name;
        live = liveState(read.live(), entry, listing.duplicateCandidates(name, entry, id));
      }
    }
    ProcessRef process = new ProcessRef(desired.key(), desired.period(), id, name);
    return new PlanSubject(process, live, entry, runOnly(definition, id, entry));
  }

  private LiveState liveState(
      LiveProcess live, @Nullable LedgerEntry entry, List<String> candidates) {
    Long recorded = entry == null ? null : entry.live().revision();
    return new LiveState(
        live.revision(),
        recorded == null || recorded.equals(live.revision()) ? null : recorded,
        live.wholeHash(),
        live.modified(),
        ledgerMatch(live, entry),
        candidates,
        runState(live.id(), entry));
  }

  private static LiveState.LedgerMatch ledgerMatch(LiveProcess live, @Nullable LedgerEntry entry) {
    if (entry == null || entry.nodes().isEmpty()) {
      return LiveState.LedgerMatch.NOT_RECORDED;
    }
    return live.contentHash().equals(entry.live().contentHash())
        ? LiveState.LedgerMatch.AS_RECORDED
        : LiveState.LedgerMatch.EDITED_SINCE;
  }

  /// The state of a process's runs, by the list and by the ledger.
  private RunState runState(String id, @Nullable LedgerEntry entry) {
    RunSummary run = listing.run(id);
    if (run != null) {
      return run.isFinished() ? RunState.FINISHED : RunState.ACTIVE;
    }
    boolean isRemembered = entry != null && !entry.history().runIds().isEmpty();
    return isRemembered ? RunState.FINISHED : RunState.NONE;
  }

  private Decision refuseMissing(
      DefinitionTrees definition, @Nullable LedgerEntry entry, String id) {
    String identity = definition.identity();
    List<String> restoredFormers = listing.restoredFormers(entry, id);
    List<String> namesakes = listing.unrecordedNamesakes(definition.name(), id);
    List<String> adoptable = restoredFormers.isEmpty() ? namesakes : restoredFormers;
    String message =
        "the process "
            + id
            + " is no longer live in Workiva: in the bin, or gone"
            + (restoredFormers.isEmpty()
                ? ""
                : "; a former one of it is live again: " + String.join(", ", restoredFormers))
            + (namesakes.isEmpty()
                ? ""
                : "; one of that name is there: " + String.join(", ", namesakes));
    WayOut way =
        adoptable.isEmpty()
            ? new WayOut("procc restore " + identity, "it is back out of the bin, as it was")
            : new WayOut(
                "procc adopt " + identity + " " + adoptable.getFirst(),
                "it becomes the process of this definition");
    return new Decision.Refuse(
        PlanRefusal.of(SafetyRule.MISSING, message, "--recreate " + identity, way));
  }

  /// The differences of the definition and the run that is under way; null if there is nothing to
  /// report.
  private @Nullable RunPlan runPlan(PlanInput input) {
    RunTree run = input.run();
    DesiredProcess desired = input.desired();
    return run == null || run.hasEnded() || desired == null
        ? null
        : RunPlanner.report(new RunComparison(desired, input.entry(), run, context.day()));
  }

  /// The plan of a process whose definition was removed.
  private ProcessPlan planRemoved(String identity, @Nullable LedgerEntry entry, LiveLookup lookup) {
    ProcessRef process = recorded(identity, entry);
    LiveState notRead = LiveState.notRead(false, List.of());
    PlanSubject subject = new PlanSubject(process, notRead, entry);
    Decision decision =
        switch (lookup) {
          // A trashed process stays in the ledger, so that it can be restored by its key.
          case LiveLookup.NotRecorded none ->
              entry == null || entry.history().formers().isEmpty()
                  ? new Decision.Forget()
                  : new Decision.Unchanged();
          case LiveLookup.Adoptable found -> new Decision.Keep(keepReason(entry));
          case LiveLookup.NotAdoptable found -> new Decision.Keep(keepReason(entry));
          case LiveLookup.Missing missing ->
              entry == null || ApiOrigin.isSame(entry.origin(), context.apiUrl())
                  ? new Decision.Forget()
                  : new Decision.Keep(
                      "its definition is gone; the ledger knows it at "
                          + entry.origin()
                          + ", and that it is not here says nothing");
          case LiveLookup.Unchanged unchanged -> new Decision.Keep(keepReason(entry));
          case LiveLookup.Read read -> {
            if (!isTrashedOnRemoval(entry)) {
              yield new Decision.Keep(keepReason(entry));
            }
            LiveProcess live = read.live();
            subject =
                new PlanSubject(
                    new ProcessRef(process.key(), process.period(), process.id(), live.name()),
                    liveState(live, entry, List.of()),
                    entry);
            yield new ProcessDecider(context, subject).trash(live);
          }
        };
    return assemble(subject, null, decision, null);
  }

  private static ProcessRef recorded(String identity, @Nullable LedgerEntry entry) {
    return ProcessRef.of(
        identity, entry == null ? null : entry.id(), entry == null ? "" : entry.name());
  }

  private ProcessPlan keep(ProcessRef process, @Nullable LedgerEntry entry, String reason) {
    PlanSubject subject = new PlanSubject(process, LiveState.notRead(false, List.of()), entry);
    return assemble(subject, null, new Decision.Keep(reason), null);
  }

  private static boolean isTrashedOnRemoval(@Nullable LedgerEntry entry) {
    return entry != null && entry.definition().onRemoval() == RemovalPolicy.TRASH;
  }

  private static String keepReason(@Nullable LedgerEntry entry) {
    return isTrashedOnRemoval(entry)
        ? "its definition is gone, and it was not read: plan with --full to trash it"
        : "its definition is gone; the process stays (onRemoval: keep)";
  }

  private ProcessPlan assemble(
      PlanSubject subject,
      @Nullable DefinitionTrees definition,
      Decision decision,
      @Nullable RunPlan run) {
    Explanation explanation =
        definition == null
            ? Explanation.NONE
            : new Explainer(subject, definition, context.lastApplied()).explain(decision);
    return PlanAssembler.assemble(
        new RuleInput(context, listing, subject, definition, decision, explanation), run);
  }
}
