package dev.procc.view.report;

import dev.procc.live.plan.FieldChange;
import dev.procc.live.plan.Plan;
import dev.procc.live.plan.ProcessPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Changes put together by process, by person or by date.
final class GroupedText {
  private GroupedText() {}

  private record Entry(ProcessPlan process, FieldChange change) {}

  static void write(Page page, Plan plan, PlanWords words, Style style, PlanOptions options) {
    Map<String, List<Entry>> groups =
        options.groupBy() == PlanOptions.GroupBy.PROCESS ? new LinkedHashMap<>() : new TreeMap<>();
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        if (change.effective()) {
          for (String heading : headings(process, change, words, options.groupBy())) {
            groups.computeIfAbsent(heading, h -> new ArrayList<>()).add(new Entry(process, change));
          }
        }
      }
    }
    for (Map.Entry<String, List<Entry>> group : groups.entrySet()) {
      page.line("  " + style.bold(heading(group.getKey())));
      for (Entry entry : group.getValue()) {
        page.wrap(4, 4, line(entry, words, plan.processes().size() > 1));
      }
    }
    page.blank();
  }

  private static List<String> headings(
      ProcessPlan process, FieldChange change, PlanWords words, PlanOptions.GroupBy by) {
    return switch (by) {
      case PERSON -> {
        List<String> people = new ArrayList<>();
        for (String id : change.people()) {
          if (!people.contains(words.person(id))) {
            people.add(words.person(id));
          }
        }
        String before =
            change.field().equals("assignee") || change.field().equals("approver")
                ? words.value(change.field(), change.before())
                : "none";
        if (!before.equals("none") && !people.contains(before)) {
          people.add(before);
        }
        yield people.isEmpty() ? List.of("nobody in particular") : people;
      }
      case DATE ->
          List.of(
              PlanWords.isDate(change) && change.after() != null
                  ? iso(words.value(change.field(), change.after()))
                  : "no date");
      default -> List.of(process.identity());
    };
  }

  /// `Fri 2025-01-10` of what was sorted as `2025-01-10 Fri`.
  private static String heading(String key) {
    return key.length() == 14 && key.charAt(10) == ' '
        ? key.substring(11) + " " + key.substring(0, 10)
        : key;
  }

  /// `2025-01-10 Fri`: sorts by date.
  private static String iso(String day) {
    return day.length() == 14 ? day.substring(4) + " " + day.substring(0, 3) : day;
  }

  /// `Thu 2025-01-09 -> Fri 2025-01-10`; of a set what comes and goes.
  private static String value(FieldChange change, PlanWords words) {
    String difference = PlanWords.setDifference(change.before(), change.after());
    return difference != null
        ? difference
        : words.value(change.field(), change.before())
            + " -> "
            + words.value(change.field(), change.after());
  }

  private static String line(Entry entry, PlanWords words, boolean several) {
    FieldChange change = entry.change();
    String place = PlanWords.place(entry.process().identity(), change.address());
    String where = several ? entry.process().identity() + " " + place : place;
    String what =
        switch (change.field()) {
          case FieldChange.NODE -> change.before() == null ? "added" : "removed";
          case FieldChange.POSITION, FieldChange.PARENT -> "moved";
          default -> PlanWords.label(change) + " " + value(change, words);
        };
    String cause =
        change.causes().isEmpty() ? "" : "   " + Columns.shown(change.causes().getFirst().place());
    return where + ": " + what + cause;
  }
}
