package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The due dates that stay while others of their process move.
public final class UnmovedDates {
  /// The most that are named where there is little room.
  public static final int MAX_BRIEF = 12;

  private UnmovedDates() {}

  /// The number of due dates that processes have and keep.
  public static int count(List<ProcessPlan> processes) {
    int count = 0;
    for (ProcessPlan process : processes) {
      count += count(process);
    }
    return count;
  }

  /// The number of due dates that a process has and keeps: those that are not moved, set or added
  /// with their node.
  public static int count(ProcessPlan process) {
    int changing = 0;
    for (FieldChange change : process.changes()) {
      if (change.isEffective()) {
        changing += change.after() != null && PlanLabels.isDueDate(change) ? 1 : 0;
        changing += isAdded(change) ? dueDateCount(PlanLabels.arguments(change.after())) : 0;
      }
    }
    return process.creates() ? 0 : Math.max(0, process.definition().dateCount() - changing);
  }

  private static boolean isAdded(FieldChange change) {
    return change.field().equals(FieldChange.NODE) && change.before() == null;
  }

  private static int dueDateCount(Json.Obj node) {
    int count = 0;
    for (String field : node.members().keySet()) {
      count += FieldRole.of(field).isDueDate() && node.text(field).isPresent() ? 1 : 0;
    }
    return count;
  }

  /// The dates in the order of the process; none if no date moves.
  public static List<DefinitionDate> of(ProcessPlan process) {
    boolean moves = false;
    Set<String> changing = new HashSet<>();
    Set<String> added = new HashSet<>();
    for (FieldChange change : process.changes()) {
      if (change.isEffective() && isAdded(change)) {
        added.add(change.address());
      } else if (change.isEffective() && PlanLabels.isDueDate(change)) {
        moves |= DateMoves.isDateMove(change);
        changing.add(change.address() + ":" + change.field());
      }
    }
    List<DefinitionDate> unmoved =
        moves ? new ArrayList<>(process.definition().dates()) : new ArrayList<>();
    unmoved.removeIf(date ->
        !FieldRole.of(date.field()).isDueDate()
            || added.contains(date.address())
            || changing.contains(date.address() + ":" + date.field()));
    return unmoved;
  }

  /// `process due Fri 2025-01-24`, `due Mon 2025-01-06: "Reconcile", "Review"`.
  ///
  /// @param max the most dates to name; others are only counted
  /// @param command that names them all
  public static List<String> sentences(
      List<ProcessPlan> processes, PlanLabels labels, int max, String command) {
    int count = 0;
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (ProcessPlan process : processes) {
      List<DefinitionDate> byDay = new ArrayList<>(of(process));
      byDay.sort(Comparator.comparing(DefinitionDate::date));
      for (DefinitionDate date : byDay) {
        count++;
        boolean whole = date.address().equals(process.identity());
        boolean approval = FieldRole.of(date.field()) == FieldRole.APPROVAL_DUE;
        String due = whole ? "process due " : approval ? "approval due " : "due ";
        List<String> row =
            names.computeIfAbsent(due + PlanLabels.dayText(date.date()), key -> new ArrayList<>());
        if (!whole || processes.size() > 1) {
          row.add(
              whole
                  ? PlanLabels.quote(process.name())
                  : labels.name(process.identity(), date.address()).toString());
        }
      }
    }
    if (count > max) {
      return List.of(Plural.of(count, "due date") + ": " + command);
    }
    List<String> sentences = new ArrayList<>();
    names.forEach((due, row) -> {
      String list = String.join(", ", CountedNames.of(row, name -> name));
      sentences.add(due + (list.isEmpty() ? "" : ": " + list));
    });
    return sentences;
  }
}
