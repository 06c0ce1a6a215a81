package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.change.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// The moves of due dates among changes, in groups, and by how much.
public final class DateMoves {
  private DateMoves() {}

  /// Whether a change is a date that moves, with a value before and after.
  public static boolean isDateMove(FieldChange change) {
    return PlanLabels.isDueDate(change)
        && PlanLabels.parseDate(change.before()) != null
        && PlanLabels.parseDate(change.after()) != null
        && !Objects.equals(change.before(), change.after());
  }

  /// The moves in groups: those of one field between the same dates with the same expression.
  public static List<List<FieldChange>> groupDateMoves(List<FieldChange> moving) {
    Map<String, List<FieldChange>> rows = new LinkedHashMap<>();
    for (FieldChange change : moving) {
      String row =
          PlanLabels.label(change)
              + change.before()
              + change.after()
              + change.value().dateExpression();
      rows.computeIfAbsent(row, r -> new ArrayList<>()).add(change);
    }
    return List.copyOf(rows.values());
  }

  /// `10 dates move, each 1 business day later; 4 stay`.
  ///
  /// @param moving at least one
  /// @param unmoved the number of dates that stay; negative if it was already stated
  public static String summary(List<FieldChange> moving, int unmoved) {
    int n = moving.size();
    String rest =
        unmoved < 0
            ? ""
            : unmoved == 0
                ? "; none stays"
                : "; " + unmoved + Plural.choose(unmoved, " stays", " stay");
    return Plural.of(n, "date") + Plural.choose(n, " moves", " move") + shiftRange(moving) + rest;
  }

  /// `, each 1 business day later`; empty if they move differently.
  public static String shiftRange(List<FieldChange> moving) {
    TreeSet<Integer> shifts = new TreeSet<>();
    for (FieldChange change : moving) {
      if (change.value().businessDays() == null) {
        return "";
      }
      shifts.add(change.value().businessDays());
    }
    int min = shifts.first();
    int max = shifts.last();
    if (min == max) {
      String shift = PlanLabels.shiftText(min);
      return shift.isEmpty() ? "" : Plural.choose(moving.size(), ", ", ", each ") + shift;
    }
    if (min > 0 || max < 0) {
      return ", by "
          + Math.min(Math.abs(min), Math.abs(max))
          + " to "
          + Math.max(Math.abs(min), Math.abs(max))
          + " business days"
          + (min > 0 ? " later" : " earlier");
    }
    return ", from " + earlierOrLater(min) + " to " + earlierOrLater(max);
  }

  private static String earlierOrLater(int days) {
    return days == 0 ? "the same business day" : PlanLabels.shiftText(days);
  }
}
