package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.plan.facts.PeopleChanges;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ValueTexts;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Changes grouped by process, by person or by date, as text.
final class GroupedChangesText {
  private static final String NOBODY = "nobody in particular";

  private final TextPage page;
  private final Plan plan;
  private final PlanLabels labels;
  private final PlanOptions.GroupBy groupBy;
  private final Map<String, List<GroupLine>> groups;

  private GroupedChangesText(
      TextPage page, Plan plan, PlanLabels labels, PlanOptions.GroupBy groupBy) {
    this.page = page;
    this.plan = plan;
    this.labels = labels;
    this.groupBy = groupBy;
    this.groups = groupBy == PlanOptions.GroupBy.PROCESS ? new LinkedHashMap<>() : new TreeMap<>();
  }

  /// A line under a heading.
  private record GroupLine(String text) {}

  static void write(TextPage page, Plan plan, PlanLabels labels, Style style, PlanOptions options) {
    new GroupedChangesText(page, plan, labels, options.groupBy()).write(style);
  }

  private void write(Style style) {
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        boolean isCreation = process.creates() && change.field().equals(FieldChange.NODE);
        if (change.isEffective() && !isCreation) {
          GroupLine entry = new GroupLine(changeLine(process, change));
          for (String heading : headings(process, change)) {
            groups.computeIfAbsent(heading, h -> new ArrayList<>()).add(entry);
          }
        }
      }
      addCreatedNodes(process);
    }
    for (Map.Entry<String, List<GroupLine>> group : groups.entrySet()) {
      page.line("  " + style.bold(heading(group.getKey())) + workloadChange(group.getKey()));
      for (GroupLine entry : group.getValue()) {
        page.wrap(4, 4, entry.text());
      }
    }
    page.blank();
  }

  /// ` 2 tasks, approves 1 -> 2 tasks`: the workload of a person if it changes, otherwise empty.
  private String workloadChange(String heading) {
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

  private List<String> headings(ProcessPlan process, FieldChange change) {
    return switch (groupBy) {
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
        yield people.isEmpty() ? List.of(NOBODY) : people;
      }
      case DATE ->
          List.of(
              PlanLabels.isDate(change) && change.after() != null
                  ? sortableDay(labels.valueText(change.field(), change.after()))
                  : "no date");
      default -> List.of(process.identity());
    };
  }

  /// `Fri 2025-01-10` for the sort key `2025-01-10 Fri`.
  private static String heading(String key) {
    return key.length() == 14 && key.charAt(10) == ' '
        ? key.substring(11) + " " + key.substring(0, 10)
        : key;
  }

  /// `2025-01-10 Fri`, which sorts by date.
  private static String sortableDay(String day) {
    return day.length() == 14 ? day.substring(4) + " " + day.substring(0, 3) : day;
  }

  /// `Thu 2025-01-09 -> Fri 2025-01-10`; for a set, what is added and removed.
  private String beforeAfter(FieldChange change) {
    String difference = PlanLabels.setDifference(change.before(), change.after());
    return difference != null
        ? difference
        : ValueTexts.differenceText(labels, change, PlanLabels.MAX_TEXT_LENGTH);
  }

  /// Adds the nodes of a created process.
  private void addCreatedNodes(ProcessPlan process) {
    String processDue = CreatedProcessText.processDue(process);
    if (!processDue.isEmpty()) {
      String title = isOneOfSeveral() ? process.identity() : "the process";
      addDue(process, title, "process due ", "", Optional.of(processDue));
    }
    for (CreateOutline.OutlineLine node : CreatedProcessText.createdNodes(process)) {
      Json.Obj fields = PlanLabels.arguments(node.json());
      String name = node.name().isEmpty() ? node.kind() : PlanLabels.quote(node.name());
      String title = isOneOfSeveral() ? process.identity() + " " + name : name;
      boolean group = node.kind().equals("group");
      String task = group ? "group due " : "task due ";
      String approval = group ? "group due " : "approval due ";
      String assignee = personName(fields, FieldRole.ASSIGNEE);
      String approver = personName(fields, FieldRole.APPROVER);
      addDue(process, title, task, assignee, fields.text(FieldRole.DUE_DATE.fieldName()));
      addDue(process, title, approval, approver, fields.text(FieldRole.APPROVAL_DUE.fieldName()));
    }
  }

  private String personName(Json.Obj fields, FieldRole role) {
    return fields
        .obj(role.fieldName())
        .flatMap(person -> person.text("id"))
        .map(labels::personName)
        .orElse("");
  }

  private void addDue(
      ProcessPlan process, String title, String label, String person, Optional<String> date) {
    String day = date.map(PlanLabels::dayText).orElse("");
    if (person.isEmpty() && day.isEmpty()) {
      return;
    }
    String due = day.isEmpty() ? "" : label + day;
    String heading =
        switch (groupBy) {
          case DATE -> day.isEmpty() ? "no date" : sortableDay(day);
          case PERSON -> person.isEmpty() ? NOBODY : person;
          default -> process.identity();
        };
    String rest = groupBy == PlanOptions.GroupBy.PERSON ? due : joinPersonAndDue(person, due);
    groups
        .computeIfAbsent(heading, h -> new ArrayList<>())
        .add(new GroupLine(title + ": " + (rest.isEmpty() ? "no date" : rest)));
  }

  private boolean isOneOfSeveral() {
    return plan.processes().size() > 1;
  }

  private static String joinPersonAndDue(String person, String due) {
    return person.isEmpty() ? due : due.isEmpty() ? person : person + ", " + due;
  }

  private String changeLine(ProcessPlan process, FieldChange change) {
    String place = PlanLabels.relativeAddress(process.identity(), change.address());
    String where = isOneOfSeveral() ? process.identity() + " " + place : place;
    String changeText =
        switch (change.field()) {
          case FieldChange.NODE -> change.before() == null ? "added" : "removed";
          case FieldChange.POSITION, FieldChange.PARENT -> "moved";
          default -> PlanLabels.label(change) + " " + beforeAfter(change);
        };
    String cause =
        change.causes().isEmpty()
            ? ""
            : "   " + TerminalText.sanitize(change.causes().getFirst().location());
    return where + ": " + changeText + cause;
  }
}
