package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Load;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanOutline;
import dev.procc.live.planfile.ProcessPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Changes put together by process, by person or by date.
final class GroupedText {
  private GroupedText() {}

  /// One line under a heading.
  private record Entry(String text) {}

  static void write(Page page, Plan plan, PlanWords words, Style style, PlanOptions options) {
    Map<String, List<Entry>> groups =
        options.groupBy() == PlanOptions.GroupBy.PROCESS ? new LinkedHashMap<>() : new TreeMap<>();
    boolean several = plan.processes().size() > 1;
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        boolean whole = process.creates() && change.field().equals(FieldChange.NODE);
        if (change.effective() && !whole) {
          Entry entry = new Entry(line(process, change, words, several));
          for (String heading : headings(process, change, words, options.groupBy())) {
            groups.computeIfAbsent(heading, h -> new ArrayList<>()).add(entry);
          }
        }
      }
      created(groups, process, words, options.groupBy(), several);
    }
    for (Map.Entry<String, List<Entry>> group : groups.entrySet()) {
      page.line("  " + style.bold(heading(group.getKey())) + totals(group.getKey(), plan, words));
      for (Entry entry : group.getValue()) {
        page.wrap(4, 4, entry.text());
      }
    }
    page.blank();
  }

  /// ` 2 tasks, approves 1 -> 2 tasks`: of a person, where it was counted and changes.
  private static String totals(String heading, Plan plan, PlanWords words) {
    int[] sum = new int[4];
    for (ProcessPlan process : plan.processes()) {
      for (Load load : process.loads()) {
        if (words.person(load.person()).equals(heading)) {
          sum[0] += load.tasksBefore();
          sum[1] += load.approvalsBefore();
          sum[2] += load.tasks();
          sum[3] += load.approvals();
        }
      }
    }
    String before = PeopleRows.sum(sum[0], sum[1]);
    String after = PeopleRows.sum(sum[2], sum[3]);
    return before.equals(after) ? "" : "   " + before + " -> " + after;
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

  /// The tasks of a process that is created.
  private static void created(
      Map<String, List<Entry>> groups,
      ProcessPlan process,
      PlanWords words,
      PlanOptions.GroupBy by,
      boolean several) {
    for (PlanOutline.Line node : CreateText.lines(process)) {
      Json.Obj fields = EffectText.arguments(node.child());
      String name = node.name().isEmpty() ? node.kind() : PlanWords.quoted(node.name());
      String title = several ? process.identity() + " " + name : name;
      role(
          groups, process.identity(), title, "task due ", fields, "assignee", "dueDate", words, by);
      role(
          groups,
          process.identity(),
          title,
          "approval due ",
          fields,
          "approver",
          "approverDueDate",
          words,
          by);
    }
  }

  private static void role(
      Map<String, List<Entry>> groups,
      String identity,
      String title,
      String label,
      Json.Obj fields,
      String who,
      String when,
      PlanWords words,
      PlanOptions.GroupBy by) {
    String person = fields.obj(who).flatMap(p -> p.text("id")).map(words::person).orElse("");
    String day = fields.text(when).map(PlanWords::day).orElse("");
    if (person.isEmpty() && day.isEmpty()) {
      return;
    }
    boolean group = !fields.has("assignee") && !fields.has("approver");
    String due = day.isEmpty() ? "" : (group ? "group due " : label) + day;
    boolean byDate = by == PlanOptions.GroupBy.DATE;
    String heading =
        byDate
            ? day.isEmpty() ? "no date" : iso(day)
            : by == PlanOptions.GroupBy.PERSON ? person : "";
    String rest = byDate || by == PlanOptions.GroupBy.PROCESS ? join(person, due) : due;
    if (!heading.isEmpty() || by == PlanOptions.GroupBy.PROCESS) {
      groups
          .computeIfAbsent(heading.isEmpty() ? identity : heading, h -> new ArrayList<>())
          .add(new Entry(title + ": " + (rest.isEmpty() ? "no date" : rest)));
    }
  }

  private static String join(String person, String due) {
    return person.isEmpty() ? due : due.isEmpty() ? person : person + ", " + due;
  }

  private static String line(
      ProcessPlan process, FieldChange change, PlanWords words, boolean several) {
    String place = PlanWords.place(process.identity(), change.address());
    String where = several ? process.identity() + " " + place : place;
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
