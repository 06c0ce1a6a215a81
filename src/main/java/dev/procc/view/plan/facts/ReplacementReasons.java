package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.runplan.EditsBeforeStart;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The reasons for a replacement, and the edits without which the process would stay in place.
public final class ReplacementReasons {
  private static final int MAX_NAMED = 4;

  /// The text after a line that is not the only one.
  private static final String MORE = " and more";

  private final ProcessPlan process;

  private final PlanLabels labels;
  private final Map<String, FieldChange> changes = new HashMap<>();

  public ReplacementReasons(ProcessPlan process, PlanLabels labels) {
    this.process = process;
    this.labels = labels;
    for (FieldChange change : process.changes()) {
      changes.put(change.address() + ":" + change.field(), change);
    }
  }

  /// A change that the API has no call for, with its nodes and the source line that causes it.
  ///
  /// @param phrase follows "the API has no call that"
  public record MissingCall(String phrase, String noun, List<String> nodes, String cause) {
    /// A copy with the nodes of another process as well.
    MissingCall with(MissingCall other) {
      List<String> all = new ArrayList<>(nodes);
      all.addAll(other.nodes);
      boolean told = other.cause.equals(cause) || cause.endsWith(MORE);
      return new MissingCall(phrase, noun, all, told ? cause : cause + MORE);
    }

    /// The node, or the number of nodes.
    public String location() {
      return nodes.size() == 1 ? nodes.getFirst() : Plural.of(nodes.size(), noun);
    }
  }

  public List<MissingCall> missingCalls() {
    Map<String, List<ReplacementCause>> byPhrase = new LinkedHashMap<>();
    for (ReplacementCause path : process.explanation().replacement().causes()) {
      if (path.reason() != ChangeReason.FORCED) {
        byPhrase.computeIfAbsent(phrase(path), p -> new ArrayList<>()).add(path);
      }
    }
    List<MissingCall> rows = new ArrayList<>();
    for (Map.Entry<String, List<ReplacementCause>> group : byPhrase.entrySet()) {
      List<String> names = new ArrayList<>();
      Set<String> causes = new LinkedHashSet<>();
      for (ReplacementCause path : group.getValue()) {
        FieldChange change = change(path);
        names.add(
            change == null
                ? labels.name(process.identity(), path.address()).toString()
                : labels.name(process.identity(), change).toString());
        Cause cause = cause(path);
        if (cause != null) {
          causes.add(cause.location());
        }
      }
      rows.add(
          new MissingCall(
              group.getKey(), noun(group.getValue().getFirst()), names, causeText(causes)));
    }
    rows.sort((a, b) -> Integer.compare(sortRank(a), sortRank(b)));
    return rows;
  }

  /// The rank by which changes of the tree come first.
  private static int sortRank(MissingCall row) {
    return row.phrase().startsWith("changes") ? 1 : 0;
  }

  /// The noun for a cause, since people call every job a task.
  private String noun(ReplacementCause path) {
    FieldChange change = change(path);
    return change == null ? "task" : PlanLabels.peopleNoun(change.kind());
  }

  private static String causeText(Set<String> causes) {
    if (causes.isEmpty()) {
      return "";
    }
    List<String> all = List.copyOf(causes);
    String others = all.size() == 2 ? all.getLast() : (all.size() - 1) + " more";
    return all.getFirst() + (all.size() == 1 ? "" : " and " + others);
  }

  public boolean isForced() {
    return process.explanation().replacement().causes().stream()
        .anyMatch(path -> path.reason() == ChangeReason.FORCED);
  }

  private @Nullable FieldChange change(ReplacementCause path) {
    return changes.get(path.address() + ":" + path.field());
  }

  private @Nullable Cause cause(ReplacementCause path) {
    FieldChange change = change(path);
    return change == null || change.causes().isEmpty() ? null : change.causes().getFirst();
  }

  private String phrase(ReplacementCause path) {
    FieldChange change = change(path);
    String noun = noun(path);
    return switch (path.field()) {
      case FieldChange.NODE ->
          change != null && change.before() != null
              ? "removes a " + noun + " from a process"
              : "adds a " + noun + " to a process";
      case FieldChange.PARENT -> "moves a " + noun + " to another group";
      case FieldChange.POSITION -> "changes the order in a group";
      default -> fieldPhrase(path.field(), change, noun);
    };
  }

  private static String fieldPhrase(String field, @Nullable FieldChange change, String noun) {
    return switch (FieldRole.of(field)) {
      case DUE_DATE -> "changes the due date of a " + noun;
      case APPROVAL_DUE -> "changes the due date of an approval";
      case PARALLEL -> "changes how a group runs";
      case ACTION -> "changes the kind of a " + noun;
      case NAME, TITLE ->
          change != null && change.after() == null
              ? "takes away the " + field + " of a " + noun
              : "changes the " + field + " of a read-only " + noun;
      default ->
          change != null && change.kind().equals("process")
              ? "takes " + field + " away from a process"
              : "changes the " + field + " of a " + noun;
    };
  }

  /// The ways to keep it in place, the mildest first, each with its cost and without a full stop:
  /// by manual edits, by two applies if that is enough, or without certain edits.
  public List<String> ways() {
    Counterfactual counterfactual = process.explanation().replacement().counterfactual();
    if (counterfactual == null || counterfactual.revert().isEmpty()) {
      return List.of();
    }
    List<String> ways = new ArrayList<>();
    List<ManualStep> steps = EditsBeforeStart.of(process);
    if (!steps.isEmpty()) {
      ways.add(byHand(steps, counterfactual.wouldBe()));
    }
    Counterfactual.InPlaceWork second = counterfactual.afterRelativeDates();
    if (process.runState() == RunState.NONE && second != null) {
      ways.add(twoMerges(second));
    }
    String without =
        withoutText(counterfactual, ways.isEmpty() && process.runState() == RunState.NONE);
    if (!without.isEmpty()) {
      ways.add(without);
    }
    return ways;
  }

  /// `make these 9 edits (in 6 places) by hand in Workiva first, then plan again, as this plan is
  /// stale then: procc plan; the rest is 1 PATCH (2 fields)`.
  private String byHand(List<ManualStep> steps, Counterfactual.InPlaceWork rest) {
    int edits = steps.stream().mapToInt(step -> step.edits().size()).sum();
    String calls = callsText(rest.patchOperations(), rest.renames());
    return "make "
        + (edits == 1 ? "this edit" : "these " + edits + " edits")
        + (edits == steps.size() ? "" : " (in " + Plural.of(steps.size(), "place") + ")")
        + " by hand in Workiva first, then plan again, as this plan is stale then: "
        + labels.command("procc plan")
        + (calls.isEmpty() ? "; nothing is replaced" : "; the rest is " + calls);
  }

  /// `merge close.process.yaml:15 alone and apply it (1 PATCH), then merge calendars.yaml:11 and
  /// apply it (1 PATCH); Workiva then moves 9 dates by itself`.
  private String twoMerges(Counterfactual.InPlaceWork second) {
    Set<String> first = new LinkedHashSet<>();
    Set<String> rest = new LinkedHashSet<>();
    for (FieldChange change : CauseGroup.definitionChanges(process)) {
      boolean relative = change.field().equals(Fields.PROCESS_RELATIVE_DATES.name());
      for (Cause cause :
          change.causes().isEmpty() ? change.causes() : change.causes().subList(0, 1)) {
        (relative ? first : rest).add(cause.location());
      }
    }
    rest.removeAll(first);
    boolean apart = !first.isEmpty() && !rest.isEmpty();
    String calls = callsText(second.patchOperations(), second.renames());
    return "merge "
        + (apart ? named(first) : "relativeDates: true of this change")
        + " alone and apply it (1 PATCH), then merge "
        + (apart ? named(rest) : "the rest")
        + " and apply that"
        + (calls.isEmpty() ? "" : " (" + calls + ")")
        + "; Workiva then moves "
        + (second.shifts() == 0
            ? "dates by itself whenever the schedule changes"
            : Plural.of(second.shifts(), "date")
                + " by itself, now and whenever the schedule changes; procc reads them back after"
                + " the apply");
  }

  /// `leave out the change of people.yaml:5, which then does not happen; the rest stays in place by
  /// 1 PATCH (2 fields) and 1 rename`; empty if nothing would be left to apply, but for the only
  /// way.
  private String withoutText(Counterfactual counterfactual, boolean isOnly) {
    Set<String> edits = new LinkedHashSet<>();
    boolean unknown = false;
    for (ReplacementCause path : process.explanation().replacement().causes()) {
      Cause cause = cause(path);
      if (cause == null) {
        unknown = true;
      } else {
        edits.add(cause.location());
      }
    }
    int n = counterfactual.revert().size();
    String without =
        "leave out "
            + (unknown
                ? n == 1 ? "this difference" : "these " + Plural.of(n, "difference")
                : (edits.size() == 1 ? "the change of " : "the changes of ") + named(edits));
    Counterfactual.InPlaceWork wouldBe = counterfactual.wouldBe();
    int patches =
        unknown
            ? wouldBe.patchOperations()
            : countRemaining(edits, ChangeReason.PATCHABLE, ChangeReason.WRITE_ONLY);
    int renames = unknown ? wouldBe.renames() : countRemaining(edits, ChangeReason.RENAME);
    int shifts = unknown ? wouldBe.shifts() : countRemaining(edits, ChangeReason.SHIFTED);
    String calls = callsText(patches, renames);
    return calls.isEmpty() && shifts == 0 && !unknown
        ? isOnly ? without + ": nothing changes then" : ""
        : without
            + (n == 1 || edits.size() == 1
                ? ", which then does not happen; "
                : ", which then do not happen; ")
            + (calls.isEmpty() ? "nothing else changes" : "the rest stays in place by " + calls)
            + shiftsText(shifts);
  }

  private static String named(Set<String> edits) {
    List<String> all = List.copyOf(edits);
    int shown = Plural.shown(all.size(), MAX_NAMED);
    String more = all.size() > shown ? " and " + (all.size() - shown) + " more" : "";
    return all.size() == 2
        ? all.getFirst() + " and " + all.getLast()
        : String.join(", ", all.subList(0, shown)) + more;
  }

  private static String shiftsText(int shifts) {
    return shifts == 0
        ? ""
        : "; Workiva itself would then move "
            + Plural.of(shifts, "date")
            + " (relativeDates: true; predicted, read back after apply)";
  }

  private static String callsText(int patches, int renames) {
    List<String> calls = new ArrayList<>();
    if (patches > 0) {
      calls.add("1 PATCH (" + Plural.of(patches, "field") + ")");
    }
    if (renames > 0) {
      calls.add(Plural.of(renames, "rename"));
    }
    return String.join(" and ", calls);
  }

  /// The number of changes of these kinds that other edits cause as well, or alone.
  private int countRemaining(Set<String> edits, ChangeReason... reasons) {
    int count = 0;
    for (FieldChange change : process.changes()) {
      boolean remains = change.causes().isEmpty();
      for (Cause cause : change.causes()) {
        remains |= !edits.contains(cause.location());
      }
      if (remains && List.of(reasons).contains(change.reason())) {
        count++;
      }
    }
    return count;
  }
}
