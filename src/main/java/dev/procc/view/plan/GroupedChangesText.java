package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Changes grouped by process, by person or by date, as text.
final class GroupedChangesText {
  private GroupedChangesText() {}

  /// One line under a heading.
  private record GroupLine(String text) {}

  static void write(TextPage page, Plan plan, PlanLabels labels, Style style, PlanOptions options) {
    Map<String, List<GroupLine>> groups =
        options.groupBy() == PlanOptions.GroupBy.PROCESS ? new LinkedHashMap<>() : new TreeMap<>();
    boolean several = plan.processes().size() > 1;
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        boolean isCreation = process.creates() && change.field().equals(FieldChange.NODE);
        if (change.isEffective() && !isCreation) {
          GroupLine entry = new GroupLine(changeLine(process, change, labels, several));
          for (String heading : headings(process, change, labels, options.groupBy())) {
            groups.computeIfAbsent(heading, h -> new ArrayList<>()).add(entry);
          }
        }
      }
      addCreatedNodes(groups, process, labels, options.groupBy(), several);
    }
    for (Map.Entry<String, List<GroupLine>> group : groups.entrySet()) {
      page.line(
          "  "
              + style.bold(heading(group.getKey()))
              + workloadChange(group.getKey(), plan, labels));
      for (GroupLine entry : group.getValue()) {
        page.wrap(4, 4, entry.text());
      }
    }
    page.blank();
  }

  /// ` 2 tasks, approves 1 -> 2 tasks`: the workload of a person if it changes, else empty.
  private static String workloadChange(String heading, Plan plan, PlanLabels labels) {
    int[] sum = new int[4];
    for (ProcessPlan process : plan.processes()) {
      for (WorkloadChange load : process.explanation().workloadChanges()) {
        if (labels.personName(load.person()).equals(heading)) {
          sum[0] += load.tasksBefore();
          sum[1] += load.approvalsBefore();
          sum[2] += load.tasks();
          sum[3] += load.approvals();
        }
      }
    }
    String before = PeopleChanges.workloadText(sum[0], sum[1]);
    String after = PeopleChanges.workloadText(sum[2], sum[3]);
    return before.equals(after) ? "" : "   " + before + " -> " + after;
  }

  private static List<String> headings(
      ProcessPlan process, FieldChange change, PlanLabels labels, PlanOptions.GroupBy by) {
    return switch (by) {
      case PERSON -> {
        List<String> people = new ArrayList<>();
        for (String id : change.node().people()) {
          if (!people.contains(labels.personName(id))) {
            people.add(labels.personName(id));
          }
        }
        String before =
            FieldRole.of(change.field()).isParticipant()
                ? labels.valueText(change.field(), change.before())
                : "none";
        if (!before.equals("none") && !people.contains(before)) {
          people.add(before);
        }
        yield people.isEmpty() ? List.of("nobody in particular") : people;
      }
      case DATE ->
          List.of(
              PlanLabels.isDate(change) && change.after() != null
                  ? sortableDay(labels.valueText(change.field(), change.after()))
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
  private static String sortableDay(String day) {
    return day.length() == 14 ? day.substring(4) + " " + day.substring(0, 3) : day;
  }

  /// `Thu 2025-01-09 -> Fri 2025-01-10`; for a set, what is added and removed.
  private static String beforeAfter(FieldChange change, PlanLabels labels) {
    String difference = PlanLabels.setDifference(change.before(), change.after());
    return difference != null
        ? difference
        : labels.valueText(change.field(), change.before())
            + " -> "
            + labels.valueText(change.field(), change.after());
  }

  /// Adds the nodes of a process that is created.
  private static void addCreatedNodes(
      Map<String, List<GroupLine>> groups,
      ProcessPlan process,
      PlanLabels labels,
      PlanOptions.GroupBy by,
      boolean several) {
    for (CreateOutline.OutlineLine node : CreatedProcessText.createdNodes(process)) {
      Json.Obj fields = FieldChangeText.arguments(node.json());
      String name = node.name().isEmpty() ? node.kind() : PlanLabels.quote(node.name());
      String title = several ? process.identity() + " " + name : name;
      addRole(
          groups,
          process.identity(),
          title,
          "task due ",
          fields,
          FieldRole.ASSIGNEE,
          FieldRole.DUE_DATE,
          labels,
          by);
      addRole(
          groups,
          process.identity(),
          title,
          "approval due ",
          fields,
          FieldRole.APPROVER,
          FieldRole.APPROVAL_DUE,
          labels,
          by);
    }
  }

  private static void addRole(
      Map<String, List<GroupLine>> groups,
      String identity,
      String title,
      String label,
      Json.Obj fields,
      FieldRole who,
      FieldRole when,
      PlanLabels labels,
      PlanOptions.GroupBy by) {
    String person =
        fields.obj(who.fieldName()).flatMap(p -> p.text("id")).map(labels::personName).orElse("");
    String day = fields.text(when.fieldName()).map(PlanLabels::dayText).orElse("");
    if (person.isEmpty() && day.isEmpty()) {
      return;
    }
    boolean group =
        !fields.has(FieldRole.ASSIGNEE.fieldName()) && !fields.has(FieldRole.APPROVER.fieldName());
    String due = day.isEmpty() ? "" : (group ? "group due " : label) + day;
    boolean byDate = by == PlanOptions.GroupBy.DATE;
    String heading =
        byDate
            ? day.isEmpty() ? "no date" : sortableDay(day)
            : by == PlanOptions.GroupBy.PERSON ? person : "";
    String rest = byDate || by == PlanOptions.GroupBy.PROCESS ? joinPersonAndDue(person, due) : due;
    if (!heading.isEmpty() || by == PlanOptions.GroupBy.PROCESS) {
      groups
          .computeIfAbsent(heading.isEmpty() ? identity : heading, h -> new ArrayList<>())
          .add(new GroupLine(title + ": " + (rest.isEmpty() ? "no date" : rest)));
    }
  }

  private static String joinPersonAndDue(String person, String due) {
    return person.isEmpty() ? due : due.isEmpty() ? person : person + ", " + due;
  }

  private static String changeLine(
      ProcessPlan process, FieldChange change, PlanLabels labels, boolean several) {
    String place = PlanLabels.relativeAddress(process.identity(), change.address());
    String where = several ? process.identity() + " " + place : place;
    String changeText =
        switch (change.field()) {
          case FieldChange.NODE -> change.before() == null ? "added" : "removed";
          case FieldChange.POSITION, FieldChange.PARENT -> "moved";
          default -> PlanLabels.label(change) + " " + beforeAfter(change, labels);
        };
    String cause =
        change.causes().isEmpty()
            ? ""
            : "   " + TerminalText.sanitize(change.causes().getFirst().location());
    return where + ": " + changeText + cause;
  }
}
