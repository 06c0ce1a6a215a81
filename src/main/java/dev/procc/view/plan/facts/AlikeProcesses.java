package dev.procc.view.plan.facts;

import dev.procc.base.text.NaturalOrder;
import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.DefinitionSummary;
import dev.procc.live.planfile.Explanation;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangedNode;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.Replacement;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.run.RunPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Processes with the same outcome from the same lines, which are shown as one.
///
/// @param processes the processes in the order of the plan; a single one if no other has the same
///   outcome
/// @param told one process with the changes of all of them, at the addresses of the first
public record AlikeProcesses(List<ProcessPlan> processes, ProcessPlan told) {
  /// The fewest processes that are shown as one.
  private static final int MIN_ALIKE = 3;

  /// The word for the keys of many in commands.
  private static final String KEY = "KEY";

  private static final int MAX_KEYS = 12;

  /// What has to be equal for two processes to be alike.
  private record Likeness(List<Object> outcome, Set<Cause> edits) {}

  /// The processes in groups of alike ones, each in the place of its first.
  public static List<AlikeProcesses> of(List<ProcessPlan> processes) {
    Map<Object, List<ProcessPlan>> groups = new LinkedHashMap<>();
    for (ProcessPlan process : processes) {
      Likeness likeness = likeness(process);
      groups
          .computeIfAbsent(likeness == null ? new Object() : likeness, k -> new ArrayList<>())
          .add(process);
    }
    List<AlikeProcesses> alike = new ArrayList<>();
    for (List<ProcessPlan> group : groups.values()) {
      if (group.size() < MIN_ALIKE) {
        group.forEach(process -> alike.add(one(process)));
      } else {
        group.sort(Comparator.comparing(ProcessPlan::identity, NaturalOrder.INSTANCE));
        alike.add(new AlikeProcesses(List.copyOf(group), merged(group, AlikeRuns.merged(group))));
      }
    }
    return alike;
  }

  /// A group of one process.
  public static AlikeProcesses one(ProcessPlan process) {
    return new AlikeProcesses(List.of(process), process);
  }

  /// A group of all of them, alike or not.
  ///
  /// @param processes at least one
  public static AlikeProcesses together(List<ProcessPlan> processes) {
    return new AlikeProcesses(
        List.copyOf(processes), merged(processes, processes.getFirst().run()));
  }

  /// The likeness of a process; null if it has something of its own to show.
  private static @Nullable Likeness likeness(ProcessPlan process) {
    Set<Cause> edits = new LinkedHashSet<>();
    for (FieldChange change : CauseGroup.effectiveChanges(process)) {
      if (change.causes().isEmpty() || change.changedBy() != ChangedBy.DEFINITION) {
        return null;
      }
      edits.add(change.causes().getFirst());
    }
    boolean ownStory =
        edits.isEmpty()
            || process.creates()
            || !process.warnings().isEmpty()
            || process.live().isEditedSince()
            || process.live().recordedRevision() != null
            || process.changes().stream().anyMatch(change -> change.changedBy().mayBeDrift());
    return ownStory
        ? null
        : new Likeness(
            List.of(
                process.actions(),
                process.runState(),
                refusals(process),
                AlikeRuns.likeness(process),
                process.live().inLedger(),
                process.explanation().replacement().losses()),
            edits);
  }

  /// The refusals without the key of the process.
  private static List<Object> refusals(ProcessPlan process) {
    List<Object> refusals = new ArrayList<>();
    for (PlanRefusal refusal : process.refusals()) {
      refusals.add(refusal.with(words -> words.replace(process.identity(), KEY)));
    }
    return refusals;
  }

  private static ProcessPlan merged(List<ProcessPlan> processes, @Nullable RunPlan run) {
    ProcessPlan first = processes.getFirst();
    List<FieldChange> changes = new ArrayList<>();
    List<ReplacementCause> causes = new ArrayList<>();
    List<PredictedShift> shifts = new ArrayList<>();
    List<WorkloadChange> workloads = new ArrayList<>();
    List<DefinitionDate> dates = new ArrayList<>();
    int nodes = 0;
    int dateCount = 0;
    for (ProcessPlan process : processes) {
      Explanation own = process.explanation();
      own.changes().forEach(change -> changes.add(at(first, process, change)));
      for (ReplacementCause cause : own.replacement().causes()) {
        String address = at(first, process, cause.address());
        causes.add(new ReplacementCause(address, cause.field(), cause.reason()));
      }
      shifts.addAll(own.predictedShifts());
      workloads.addAll(own.workloadChanges());
      nodes += process.definition().nodeCount();
      dateCount += process.definition().dateCount();
      dates.addAll(process.definition().dates());
    }
    Replacement replacement =
        new Replacement(causes, null, first.explanation().replacement().losses(), List.of());
    return new ProcessPlan(
        first.process(),
        live(processes),
        first.work(),
        new Explanation(changes, replacement, shifts, workloads),
        first.safety(),
        new DefinitionSummary(nodes, dateCount, dates),
        run);
  }

  /// The live state of the first, without its revision if another one has a different one.
  private static LiveState live(List<ProcessPlan> processes) {
    LiveState live = processes.getFirst().live();
    return processes.stream()
            .allMatch(each -> Objects.equals(each.live().revision(), live.revision()))
        ? live
        : live.withoutRevision();
  }

  private static FieldChange at(ProcessPlan first, ProcessPlan process, FieldChange change) {
    ChangedNode node = change.node();
    Siblings siblings = change.siblings();
    return new FieldChange(
        new ChangedNode(
            at(first, process, node.address()), node.kind(), node.title(), node.people()),
        change.field(),
        change.value(),
        change.reason(),
        change.origin(),
        new Siblings(
            siblings.follows() == null ? null : at(first, process, siblings.follows()),
            siblings.precedes() == null ? null : at(first, process, siblings.precedes())));
  }

  /// The address that a node would have in the first of the processes.
  private static String at(ProcessPlan first, ProcessPlan process, String address) {
    return address.startsWith(process.identity())
        ? first.identity() + address.substring(process.identity().length())
        : address;
  }

  /// The key of the process in commands; the word `KEY` for many.
  public String commandKey() {
    return isMany() ? KEY : told.identity();
  }

  /// The refusals, with the word `KEY` in their commands for many; of several with the same ways,
  /// the last one has them.
  public List<PlanRefusal> refusals() {
    List<PlanRefusal> refusals = new ArrayList<>();
    for (PlanRefusal refusal : told.refusals()) {
      PlanRefusal before = refusals.isEmpty() ? null : refusals.getLast();
      PlanRefusal next = refusal.with(words -> words.replace(told.identity(), commandKey()));
      if (before != null && before.ways().equals(next.ways())) {
        refusals.removeLast();
        refusals.add(new PlanRefusal(before.rule(), before.message(), before.flag(), List.of()));
      }
      refusals.add(next);
    }
    return refusals;
  }

  public boolean isMany() {
    return processes.size() > 1;
  }

  /// `and the same in 12 more processes`; empty for one process.
  public String othersText() {
    return isMany() ? "and the same in " + Plural.of(processes.size() - 1, "more process") : "";
  }

  /// `61 processes, the same 2 changes`.
  public String heading() {
    Set<Cause> edits = new LinkedHashSet<>();
    for (FieldChange change : CauseGroup.definitionChanges(told)) {
      edits.add(change.causes().getFirst());
    }
    return processes.size()
        + " processes, the same "
        + (edits.size() == 1 ? "change" : edits.size() + " changes");
  }

  /// The first of their keys, and the number of the others.
  ///
  /// @param command that shows them all
  public String keys(String command) {
    List<String> keys = processes.stream().map(ProcessPlan::identity).toList();
    int shown = Plural.shown(keys.size(), MAX_KEYS);
    int left = keys.size() - shown;
    return String.join(", ", keys.subList(0, shown))
        + (left > 0 ? " and " + left + " more: " + command : "");
  }

  /// The changes that the API has no call for, with the nodes of all processes.
  public List<ReplacementReasons.MissingCall> missingCalls(PlanLabels labels) {
    Map<String, ReplacementReasons.MissingCall> rows = new LinkedHashMap<>();
    for (ProcessPlan process : processes) {
      for (ReplacementReasons.MissingCall row :
          new ReplacementReasons(process, labels).missingCalls()) {
        rows.merge(row.phrase(), row, ReplacementReasons.MissingCall::with);
      }
    }
    return List.copyOf(rows.values());
  }

  /// The head of the ways to keep them in place: `To keep the process`.
  public String waysHeading(int count) {
    return "To keep the "
        + Plural.choose(processes.size(), "process", "processes")
        + WayOut.order(count);
  }

  /// The ways to keep them in place, the mildest first; each says for how many of them it works.
  ///
  /// @param max the most ways to list
  /// @param command that lists them all
  public List<String> ways(PlanLabels labels, int max, String command) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ProcessPlan process : processes) {
      new ReplacementReasons(process, labels)
          .ways()
          .forEach(way -> counts.merge(way, 1, Integer::sum));
    }
    List<String> ways = new ArrayList<>();
    counts.forEach((way, n) -> {
      String of = (n == processes.size() ? "each" : n) + " of them";
      ways.add(isMany() ? "for " + of + " " + way : way);
    });
    int shown = Plural.shown(ways.size(), max);
    if (ways.size() == shown) {
      return ways;
    }
    List<String> some = new ArrayList<>(ways.subList(0, shown));
    some.add("and " + Plural.of(ways.size() - shown, "more way") + ": " + command);
    return some;
  }
}
