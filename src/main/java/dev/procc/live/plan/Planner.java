package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiOrigin;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.plan.assemble.ProcessPlanDraft;
import dev.procc.live.plan.decide.PlanOperations;
import dev.procc.live.plan.explain.ProcessDates;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanLimits;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.plan.safety.ReplacementLosses;
import dev.procc.live.plan.safety.SafetyChecks;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.format.RunPlanFormat;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.runplan.RunComparison;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plans processes: what each needs to become what its definition says, by the fewest calls there
/// are.
///
/// A pure function of its input: the same processes give the same plan on every machine.
///
/// ```java
/// Plan plan = Planner.plan(context, List.of(new Subject(desired, found, entry)), listing);
/// ```
public final class Planner {
  private final PlanContext context;
  private final WorkspaceListing listing;

  private Planner(PlanContext context, WorkspaceListing listing) {
    this.context = context;
    this.listing = listing;
  }

  /// @param inputs those with a definition, then those that only the ledger knows; processes that
  ///   are out of reach (other keys, closed periods) are not among them
  /// @param listing what the list of the workspace says
  public static Plan plan(PlanContext context, List<PlanInput> inputs, WorkspaceListing listing) {
    return plan(context, inputs, listing, List.of());
  }

  /// @param refusals of the plan as a whole that are known already
  public static Plan plan(
      PlanContext context,
      List<PlanInput> inputs,
      WorkspaceListing listing,
      List<PlanRefusal> refusals) {
    return new Planner(context, listing).plan(inputs, refusals);
  }

  private Plan plan(List<PlanInput> inputs, List<PlanRefusal> knownRefusals) {
    List<ProcessPlanDraft> drafts = new ArrayList<>();
    for (PlanInput subject : inputs) {
      drafts.add(draft(subject));
    }
    List<PlanRefusal> refusals = new ArrayList<>(knownRefusals);
    checkEmpty(inputs, refusals);
    checkThresholds(drafts, refusals);
    return plan(drafts, inputs, refusals);
  }

  private Plan plan(
      List<ProcessPlanDraft> drafts, List<PlanInput> inputs, List<PlanRefusal> refusals) {
    List<ProcessPlan> processes = new ArrayList<>();
    for (ProcessPlanDraft draft : drafts) {
      processes.add(draft.toPlan(context));
    }
    return new Plan(
        context.header(),
        processes,
        listing.unmanaged(knownIds(inputs)),
        refusals,
        context.lint(),
        new DisplayNames(
            namesInPlan(context.names().people(), processes),
            namesInPlan(context.names().documents(), processes)));
  }

  private ProcessPlanDraft draft(PlanInput input) {
    LedgerEntry entry = input.entry();
    DesiredProcess desired = input.desired();
    ProcessPlanDraft emptyDraft =
        desired == null
            ? ProcessPlanDraft.withoutDefinition(input.identity())
            : new ProcessPlanDraft(desired.key(), desired.period());
    return refuseIfBlocked(
        emptyDraft,
        input,
        () ->
            desired != null
                ? addRunPlan(
                    new ProcessPlanner(context, listing, desired, entry).plan(input.lookup()),
                    input)
                : entry == null ? emptyDraft : draftRemoved(emptyDraft, entry, input.lookup()));
  }

  /// Nothing is planned at another origin; beside an apply that has not ended everything is
  /// refused.
  private ProcessPlanDraft refuseIfBlocked(
      ProcessPlanDraft emptyDraft, PlanInput subject, Supplier<ProcessPlanDraft> planner) {
    LedgerEntry entry = subject.entry();
    if (entry != null
        && !entry.origin().isEmpty()
        && !ApiOrigin.of(entry.origin()).equals(ApiOrigin.of(context.apiUrl()))) {
      emptyDraft.id = entry.id();
      emptyDraft.name = entry.name();
      emptyDraft.refuse(
          SafetyRule.ORIGIN,
          "the ledger knows it at "
              + entry.origin()
              + ", and target "
              + context.target()
              + " is "
              + context.apiUrl(),
          null,
          "procc state forget " + entry.identity() + ", if it really lives there no more");
      return emptyDraft;
    }
    ProcessPlanDraft draft = planner.get();
    PendingStep pending = entry == null ? null : entry.pending();
    if (pending != null) {
      draft.refuse(
          SafetyRule.PENDING,
          "an apply begun at "
              + pending.startedAt()
              + " is not finished ("
              + pending.stepName()
              + ")",
          null,
          "procc apply --resume");
    }
    return draft;
  }

  /// Tells what a run that is under way does not get by the plan.
  private static ProcessPlanDraft addRunPlan(ProcessPlanDraft draft, PlanInput subject) {
    RunTree run = subject.run();
    DesiredProcess desired = subject.desired();
    return run == null || run.hasEnded() || desired == null || desired.is(ProcessFlag.CLOSED)
        ? draft
        : new RunComparison(desired, subject.entry(), run).fillDraft(draft, false);
  }

  /// Plans what can be added to a run of a process; the process itself is left alone.
  ///
  /// @param run the run, of the process or of one it replaced
  public static Plan planRun(
      PlanContext context, DesiredProcess desired, @Nullable LedgerEntry entry, RunTree run) {
    Planner planner = new Planner(context, WorkspaceListing.NONE);
    PlanInput subject = new PlanInput(desired, LiveLookup.NONE, entry);
    ProcessPlanDraft early = new ProcessPlanDraft(desired.key(), desired.period());
    ProcessPlanDraft draft =
        planner.refuseIfBlocked(
            early, subject, () -> planner.draftAmend(early, desired, entry, run));
    return planner.plan(List.of(draft), List.of(subject), new ArrayList<>());
  }

  private ProcessPlanDraft draftAmend(
      ProcessPlanDraft draft, DesiredProcess desired, @Nullable LedgerEntry entry, RunTree run) {
    draft.id = run.process();
    draft.name = run.name();
    draft.runState = run.hasEnded() ? RunState.FINISHED : RunState.ACTIVE;
    draft.live = LiveState.notRead(entry != null, List.of());
    if (desired.is(ProcessFlag.CLOSED)) {
      draft.warnings.add("its period is closed: it is out of reach");
      return draft;
    }
    new RunComparison(desired, entry, run).fillDraft(draft, !run.hasEnded());
    if (!draft.operations.isEmpty()) {
      draft.actions.add(PlanAction.AMEND);
      draft.dates = additionDates(draft, desired);
      SafetyChecks.checkAmend(draft, context);
    }
    return draft;
  }

  private static List<DefinitionDate> additionDates(
      ProcessPlanDraft draft, DesiredProcess desired) {
    Set<String> added = new HashSet<>();
    draft.changes.forEach(change -> added.add(change.address()));
    List<DefinitionDate> rows = new ArrayList<>();
    for (DefinitionDate row :
        ProcessDates.definitionDates(
            desired, ProcessTree.ofDefinition(Normalizer.normalize(desired.process())))) {
      if (added.contains(row.address())) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// A process whose definition is gone.
  private ProcessPlanDraft draftRemoved(
      ProcessPlanDraft draft, LedgerEntry entry, LiveLookup found) {
    draft.id = entry.id();
    draft.name = entry.name();
    switch (found) {
      case LiveLookup.NotRecorded none -> {
        // One that was trashed stays on record, so that it can be restored by its key.
        if (entry.history().formers().isEmpty()) {
          draft.actions.add(PlanAction.FORGET);
        }
      }
      case LiveLookup.Missing missing -> draft.actions.add(PlanAction.FORGET);
      case LiveLookup.Unchanged unchanged -> keepLive(draft, entry);
      case LiveLookup.Read read -> {
        if (entry.definition().onRemoval() == RemovalPolicy.TRASH) {
          draftTrash(draft, entry, read.live());
        } else {
          keepLive(draft, entry);
        }
      }
    }
    return draft;
  }

  private static void keepLive(ProcessPlanDraft draft, LedgerEntry entry) {
    draft.warnings.add(
        entry.definition().onRemoval() == RemovalPolicy.TRASH
            ? "its definition is gone, and it was not read: plan with --full to trash it"
            : "its definition is gone; the process stays (onRemoval: keep)");
  }

  private void draftTrash(ProcessPlanDraft draft, LedgerEntry entry, LiveProcess live) {
    draft.name = live.name();
    draft.live =
        new LiveState(
            live.revision(), live.contentHash(), live.modified(), true, List.of(), RunState.NONE);
    SafetyChecks.setRunState(draft, listing, entry);
    draft.actions.add(PlanAction.TRASH);
    draft.operations =
        List.of(
            PlanOperations.trash(
                live.id(),
                List.of(
                    new Precondition.ContentIs(live.contentHash()),
                    new Precondition.NoRun(draft.runState))));
    SafetyChecks.checkTrash(draft, context, entry, live);
  }

  private void checkEmpty(List<PlanInput> subjects, List<PlanRefusal> refusals) {
    boolean defined = subjects.stream().anyMatch(s -> s.desired() != null);
    if (!defined && !subjects.isEmpty() && !context.overrides().lifts(SafetyRule.EMPTY)) {
      refusals.add(
          new PlanRefusal(
              SafetyRule.EMPTY.word(),
              "there is no definition at all, and the ledger knows "
                  + ReplacementLosses.counted(subjects.size(), "process")
                      .replace("processs", "processes"),
              "--allow-empty",
              null));
    }
  }

  private void checkThresholds(List<ProcessPlanDraft> drafts, List<PlanRefusal> refusals) {
    PlanLimits limits = context.settings().limits();
    int create = 0;
    int replace = 0;
    int trash = 0;
    for (ProcessPlanDraft draft : drafts) {
      if (draft.replaces()) {
        replace++;
      } else if (draft.actions.contains(PlanAction.CREATE)) {
        create++;
      } else if (draft.actions.contains(PlanAction.TRASH)) {
        trash++;
      }
    }
    checkThreshold(create, limits.maxCreate(), "created", "--max-create", refusals);
    checkThreshold(replace, limits.maxReplace(), "replaced", "--max-replace", refusals);
    checkThreshold(trash, limits.maxTrash(), "trashed", "--max-trash", refusals);
  }

  private static void checkThreshold(
      int count, @Nullable Integer limit, String done, String flag, List<PlanRefusal> refusals) {
    if (limit != null && count > limit) {
      refusals.add(
          new PlanRefusal(
              SafetyRule.THRESHOLD.word(),
              (count == 1 ? "1 process is " : count + " processes are ")
                  + done
                  + ", and the limit is "
                  + limit,
              flag + " " + count,
              null));
    }
  }

  private static Set<String> knownIds(List<PlanInput> subjects) {
    Set<String> ids = new HashSet<>();
    for (PlanInput subject : subjects) {
      if (subject.lookup() instanceof LiveLookup.Read read) {
        ids.add(read.live().id());
      }
      if (subject.entry() != null) {
        ids.addAll(subject.entry().ids());
      }
    }
    return ids;
  }

  /// The names of the ids that occur in what will be sent or told.
  private static Map<String, String> namesInPlan(
      Map<String, String> names, List<ProcessPlan> processes) {
    if (names.isEmpty()) {
      return Map.of();
    }
    Set<String> ids = new HashSet<>();
    for (ProcessPlan process : processes) {
      for (FieldChange change : process.changes()) {
        collectTexts(change.before(), ids);
        collectTexts(change.after(), ids);
      }
      process.explanation().workloadChanges().forEach(load -> ids.add(load.person()));
      for (PlanOperation operation : process.operations()) {
        collectTexts(operation.body(), ids);
      }
      if (process.run() != null) {
        collectTexts(RunPlanFormat.write(process.run()), ids);
      }
      if (process.live().modified().userId() != null) {
        ids.add(process.live().modified().userId());
      }
    }
    Map<String, String> inPlan = new LinkedHashMap<>();
    new TreeMap<>(names)
        .forEach((id, name) -> {
          if (ids.contains(id)) {
            inPlan.put(id, name);
          }
        });
    return inPlan;
  }

  private static void collectTexts(@Nullable Json value, Set<String> into) {
    switch (value) {
      case null -> {}
      case Json.Str s -> into.add(s.value());
      case Json.Arr a -> a.items().forEach(item -> collectTexts(item, into));
      case Json.Obj o -> o.members().values().forEach(item -> collectTexts(item, into));
      default -> {}
    }
  }
}
