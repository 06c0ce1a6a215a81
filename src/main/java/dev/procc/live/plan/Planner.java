package dev.procc.live.plan;

import dev.procc.base.concurrent.Parallel;
import dev.procc.base.text.Plural;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.plan.safety.Thresholds;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.format.RunPlanFormat;
import dev.procc.live.runplan.RunTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The planner: what each process needs to become what its definition says, with the fewest
/// possible calls.
///
/// It is a pure function of its input: the same processes give the same plan on every machine.
///
/// ```java
/// Plan plan = Planner.plan(context, List.of(new PlanInput(desired, lookup, entry)), listing);
/// ```
public final class Planner {
  private final PlanContext context;
  private final WorkspaceListing listing;

  private Planner(PlanContext context, WorkspaceListing listing) {
    this.context = context;
    this.listing = listing;
  }

  /// @param inputs those with a definition, then those that only the ledger knows; without
  ///   processes that must not be touched (of other keys or closed periods)
  /// @param listing of the workspace
  public static Plan plan(PlanContext context, List<PlanInput> inputs, WorkspaceListing listing) {
    return plan(context, inputs, listing, List.of());
  }

  /// @param refusals of the plan as a whole that are already known
  public static Plan plan(
      PlanContext context,
      List<PlanInput> inputs,
      WorkspaceListing listing,
      List<PlanRefusal> refusals) {
    return new Planner(context, listing).plan(inputs, refusals);
  }

  /// Plans additions to a run of a process; the process itself is not changed.
  ///
  /// @param run of the process or of one that it replaced
  public static Plan planRun(
      PlanContext context, DesiredProcess desired, @Nullable LedgerEntry entry, RunTree run) {
    Planner planner = new Planner(context, WorkspaceListing.NONE);
    ProcessPlan process =
        new ProcessPlanner(context, WorkspaceListing.NONE).planRun(desired, entry, run);
    return planner.assemble(List.of(process), List.of(desired), Set.of(), List.of());
  }

  /// Plans processes one after the other: what was found about each is created when its turn comes,
  /// and released with the data that only apply needs, so that the plan can be shown but not
  /// applied.
  ///
  /// @param found creates what is known of a subject
  public static <T> Plan planToShow(
      PlanContext context, List<T> subjects, Function<T, PlanInput> found) {
    Planner planner = new Planner(context, WorkspaceListing.NONE);
    ProcessPlanner each = new ProcessPlanner(context, WorkspaceListing.NONE);
    List<ShownProcess> shown =
        Parallel.map(
            subjects,
            subject -> {
              PlanInput input = found.apply(subject);
              return new ShownProcess(each.plan(input).toShow(), input.desired());
            });
    List<ProcessPlan> processes = new ArrayList<>();
    List<@Nullable DesiredProcess> desired = new ArrayList<>();
    for (ShownProcess process : shown) {
      processes.add(process.plan);
      desired.add(process.desired);
    }
    return planner.assemble(processes, desired, Set.of(), planner.refusals(processes, desired));
  }

  /// A planned process with its definition; null if the definition was removed.
  private record ShownProcess(ProcessPlan plan, @Nullable DesiredProcess desired) {}

  private Plan plan(List<PlanInput> inputs, List<PlanRefusal> knownRefusals) {
    ProcessPlanner planner = new ProcessPlanner(context, listing);
    List<ProcessPlan> processes = Parallel.map(inputs, planner::plan);
    List<@Nullable DesiredProcess> desired = new ArrayList<>();
    inputs.forEach(input -> desired.add(input.desired()));
    List<PlanRefusal> refusals = new ArrayList<>(knownRefusals);
    refusals.addAll(refusals(processes, desired));
    return assemble(processes, desired, knownIds(inputs), refusals);
  }

  private List<PlanRefusal> refusals(
      List<ProcessPlan> processes, List<@Nullable DesiredProcess> desired) {
    List<PlanRefusal> refusals = new ArrayList<>();
    checkEmpty(desired, refusals);
    refusals.addAll(Thresholds.ofCounts(processes, context.limits()));
    return refusals;
  }

  private Plan assemble(
      List<ProcessPlan> processes,
      List<@Nullable DesiredProcess> desired,
      Set<String> knownIds,
      List<PlanRefusal> refusals) {
    return new Plan(
        context.header(),
        processes,
        listing.unmanaged(knownIds),
        refusals,
        context.lint(),
        new DisplayNames(
            namesInPlan(context.names().people(), processes),
            namesInPlan(context.names().documents(), processes),
            NodeNames.of(processes, desired)),
        List.of(),
        context.overrides().limits());
  }

  private void checkEmpty(List<@Nullable DesiredProcess> subjects, List<PlanRefusal> refusals) {
    boolean defined = subjects.stream().anyMatch(Objects::nonNull);
    if (!defined && !subjects.isEmpty() && !context.overrides().lifts(SafetyRule.EMPTY)) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.EMPTY,
              "there is no definition at all, and the ledger knows "
                  + Plural.of(subjects.size(), "process"),
              "--allow-empty"));
    }
  }

  private static Set<String> knownIds(List<PlanInput> subjects) {
    Set<String> ids = new HashSet<>();
    for (PlanInput subject : subjects) {
      switch (subject.lookup()) {
        case LiveLookup.Read read -> ids.add(read.live().id());
        case LiveLookup.Adoptable found -> ids.add(found.live().id());
        default -> {}
      }
      if (subject.entry() != null) {
        ids.addAll(subject.entry().ids());
      }
    }
    return ids;
  }

  /// The names for the ids that occur in what is sent or reported.
  private static Map<String, String> namesInPlan(
      Map<String, String> names, List<ProcessPlan> processes) {
    if (names.isEmpty()) {
      return Map.of();
    }
    Set<String> ids = new HashSet<>();
    for (ProcessPlan process : processes) {
      ids.addAll(process.shownTexts());
      if (process.run() != null) {
        ProcessPlan.addTexts(RunPlanFormat.write(process.run()), ids);
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
}
