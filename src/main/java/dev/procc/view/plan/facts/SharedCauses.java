package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.FieldChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The source lines that change several processes, such as a holiday or a person, which are shown
/// once before the processes.
public final class SharedCauses {
  private SharedCauses() {}

  /// A source line with its effect on all processes.
  ///
  /// @param place `us-close.calendar.yaml:14`
  /// @param text the line, or that it was removed
  /// @param effect `37 dates move in 4 processes, each 1 business day later; 3 other changes`
  public record SharedCause(String place, String text, String effect) {}

  /// The counts of changes caused by one line.
  private static final class CauseTally {
    private final Set<String> processes = new HashSet<>();
    private final Set<String> withDates = new HashSet<>();
    private final Set<String> withOthers = new HashSet<>();
    private final Set<Integer> shifts = new HashSet<>();
    private int dates;
    private int others;
  }

  /// The lines that change at least two processes, those with most effects first.
  public static List<SharedCause> find(Plan plan) {
    Map<Cause, CauseTally> counts = new LinkedHashMap<>();
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        if (change.isEffective()
            && change.changedBy() != ChangedBy.DRIFT
            && !change.causes().isEmpty()) {
          CauseTally count =
              counts.computeIfAbsent(change.causes().getFirst(), c -> new CauseTally());
          count.processes.add(process.identity());
          if (DateMoves.isDateMove(change)) {
            count.dates++;
            count.withDates.add(process.identity());
            count.shifts.add(change.value().businessDays());
          } else {
            count.others++;
            count.withOthers.add(process.identity());
          }
        }
      }
    }
    List<Map.Entry<Cause, CauseTally>> shared = new ArrayList<>();
    for (Map.Entry<Cause, CauseTally> entry : counts.entrySet()) {
      if (entry.getValue().processes.size() > 1) {
        shared.add(entry);
      }
    }
    shared.sort((a, b) ->
        Integer.compare(
            b.getValue().dates + b.getValue().others, a.getValue().dates + a.getValue().others));
    List<SharedCause> rows = new ArrayList<>();
    for (Map.Entry<Cause, CauseTally> entry : shared) {
      rows.add(
          new SharedCause(
              entry.getKey().location(),
              CauseGroup.lineText(entry.getKey()),
              effectText(entry.getValue())));
    }
    return rows;
  }

  private static String effectText(CauseTally count) {
    String in = " in " + Plural.of(count.withDates.size(), "process");
    String ofOthers = " in " + Plural.of(count.withOthers.size(), "process");
    if (count.dates == 0) {
      return Plural.of(count.others, "change") + ofOthers;
    }
    Integer shift = count.shifts.size() == 1 ? count.shifts.iterator().next() : null;
    String by = PlanLabels.shiftText(shift);
    return Plural.of(count.dates, "date")
        + " "
        + Plural.choose(count.dates, "moves", "move")
        + in
        + (by.isEmpty() ? "" : Plural.choose(count.dates, ", ", ", each ") + by)
        + (count.others == 0 ? "" : "; " + Plural.of(count.others, "other change"))
        + (count.others == 0 || count.withDates.equals(count.withOthers) ? "" : ofOthers);
  }
}
