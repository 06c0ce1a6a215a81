package dev.procc.view.plan;

import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The part of a comment that is about one process.
final class ProcessMarkdown {
  private final StringBuilder out;
  private final ProcessPlan process;
  private final PlanMarkdownDetail level;
  private final PlanLabels labels;

  private ProcessMarkdown(
      StringBuilder out, Plan plan, ProcessPlan process, PlanMarkdownDetail level) {
    this.out = out;
    this.process = process;
    this.level = level;
    this.labels = new PlanLabels(plan);
  }

  static void write(StringBuilder out, Plan plan, ProcessPlan process, PlanMarkdownDetail level) {
    new ProcessMarkdown(out, plan, process, level).write(plan);
  }

  private void write(Plan plan) {
    out.append("**")
        .append(MarkdownText.plain(process.name().isEmpty() ? process.identity() : process.name()))
        .append("** (")
        .append(MarkdownText.code(process.identity()))
        .append(", target **")
        .append(MarkdownText.plain(plan.target()))
        .append("**), as of ")
        .append(PlanLabels.dayText(plan.header().asOf().toString()))
        .append('\n');
    TextPage state = new TextPage();
    RunPlan run = process.run();
    if (run != null && process.isRunPlan()) {
      state.line("The run: " + RunPlanText.statusLine(run) + ".");
    } else {
      ProcessSummaryText.write(state, process, labels);
    }
    out.append(MarkdownText.plain(String.join(" ", state.toString().strip().split("\\s+"))))
        .append("\n\n");
    for (PlanRefusal refusal : process.refusals()) {
      writeRefusal(out, refusal);
    }
    if (level.maxRows() > 0) {
      writeCreatedNodes();
      writeCauses();
      writeDates();
      writeOtherChanges();
      writePeople();
      writeDrift();
    }
    writeReplacementReasons();
    writeRun();
    for (String warning : process.warnings()) {
      out.append("> ").append(MarkdownText.plain(warning)).append("\n\n");
    }
    if (level.listsCalls()) {
      writeCalls();
    }
  }

  static void writeRefusal(StringBuilder out, PlanRefusal refusal) {
    out.append("> **Refused (").append(MarkdownText.plain(refusal.rule())).append(")** ");
    out.append(MarkdownText.plain(refusal.message()));
    if (refusal.flag() != null) {
      out.append("; lifted by ").append(MarkdownText.code(refusal.flag()));
    }
    if (refusal.remedy() != null) {
      out.append("; or: ").append(MarkdownText.plain(refusal.remedy()));
    }
    out.append("\n\n");
  }

  private List<FieldChange> definitionChanges() {
    List<FieldChange> changes = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      boolean isWholeProcess =
          change.kind().equals("process") && change.field().equals(FieldChange.NODE);
      if (change.isEffective() && change.changedBy() != ChangedBy.DRIFT && !isWholeProcess) {
        changes.add(change);
      }
    }
    return changes;
  }

  /// What a new process holds, task by task.
  private void writeCreatedNodes() {
    List<CreateOutline.OutlineLine> lines = CreatedProcessText.createdNodes(process);
    if (lines.isEmpty()) {
      return;
    }
    long groups = lines.stream().filter(line -> line.kind().equals("group")).count();
    out.append("<details><summary>")
        .append(PlanLabels.quantity(lines.size() - groups, "task"))
        .append(groups == 0 ? "" : " in " + PlanLabels.quantity(groups, "group"))
        .append(", ")
        .append(PlanLabels.quantity(process.definition().dateCount(), "due date"))
        .append("</summary>\n\n");
    FieldChangeText effects = new FieldChangeText(labels, Style.PLAIN, process, true);
    int shown = 0;
    for (CreateOutline.OutlineLine line : lines) {
      if (shown++ == level.maxRows()) {
        break;
      }
      String who = effects.assignmentText(line.json());
      String name = line.name().isEmpty() ? line.kind() : line.name();
      out.append("  ".repeat(line.depth()))
          .append("- **")
          .append(MarkdownText.plain(TerminalText.sanitize(name)))
          .append("**")
          .append(who.isEmpty() ? "" : ": " + MarkdownText.plain(who))
          .append('\n');
    }
    writeMore(lines.size());
    out.append("</details>\n\n");
  }

  private void writeCauses() {
    Map<Cause, List<FieldChange>> byCause = new LinkedHashMap<>();
    for (FieldChange change : definitionChanges()) {
      if (!change.causes().isEmpty()) {
        byCause.computeIfAbsent(change.causes().getFirst(), c -> new ArrayList<>()).add(change);
      }
    }
    if (byCause.isEmpty()) {
      return;
    }
    List<Map.Entry<Cause, List<FieldChange>>> sorted = new ArrayList<>(byCause.entrySet());
    sorted.sort((a, b) -> b.getValue().size() - a.getValue().size());
    out.append("| # | Source | Line | Effect |\n|---|---|---|---|\n");
    int number = 1;
    for (Map.Entry<Cause, List<FieldChange>> cause : sorted) {
      if (number > level.maxRows()) {
        break;
      }
      String text = cause.getKey().text();
      out.append("| ")
          .append(number++)
          .append(" | ")
          .append(MarkdownText.code(cause.getKey().location()))
          .append(" | ")
          .append(text.isEmpty() ? "a line was removed after it" : MarkdownText.code(text))
          .append(" | ")
          .append(effectText(cause.getValue()))
          .append(" |\n");
    }
    writeMore(sorted.size());
  }

  private static String effectText(List<FieldChange> changes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<String> singular = new HashSet<>();
    boolean replaces = false;
    for (FieldChange change : changes) {
      FieldRole role = FieldRole.of(change.field());
      String noun =
          switch (change.field()) {
            case FieldChange.NODE ->
                (change.before() == null ? "new " : "removed ") + PlanLabels.noun(change.kind());
            case FieldChange.POSITION, FieldChange.PARENT -> "move";
            default ->
                role.isDueDate()
                    ? "date"
                    : role.isName() ? "name" : MarkdownText.plain(fieldNoun(change));
          };
      if (change.kind().equals("process") && !role.isDueDate() && !role.isName()) {
        singular.add(noun);
      }
      counts.merge(noun, 1, Integer::sum);
      replaces |=
          change.reason() == ChangeReason.NOT_PATCHABLE
              || change.reason() == ChangeReason.STRUCTURE_CHANGED
              || change.reason() == ChangeReason.ORDER_CHANGED;
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((noun, n) ->
        parts.add(n == 1 && singular.contains(noun) ? noun : PlanLabels.quantity(n, noun)));
    return String.join(", ", parts) + (replaces ? "; **needs a replacement**" : "");
  }

  private static String fieldNoun(FieldChange change) {
    return change.kind().equals("process") ? PlanLabels.label(change) : change.field();
  }

  private void writeMore(int all) {
    if (all > level.maxRows()) {
      out.append("\nand ").append(all - level.maxRows()).append(" more\n");
    }
    out.append('\n');
  }

  private void writeDates() {
    Map<String, List<FieldChange>> rows = new LinkedHashMap<>();
    int moving = 0;
    for (FieldChange change : definitionChanges()) {
      if (FieldChangeText.isDateMove(change)) {
        moving++;
        rows.computeIfAbsent(
                PlanLabels.label(change)
                    + change.before()
                    + change.after()
                    + change.value().dateExpression(),
                r -> new ArrayList<>())
            .add(change);
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    out.append("### Dates that move (")
        .append(Math.max(0, process.definition().dateCount() - moving))
        .append(process.definition().dateCount() - moving == 1 ? " stays" : " stay")
        .append(")\n| What | Was | Will be | Rule |\n|---|---|---|---|\n");
    int shown = 0;
    for (List<FieldChange> row : rows.values()) {
      if (shown++ == level.maxRows()) {
        break;
      }
      FieldChange first = row.getFirst();
      String rule = first.value().dateExpression();
      out.append("| ")
          .append(addressList(row))
          .append(PlanLabels.label(first))
          .append(" | ")
          .append(labels.valueText(first.field(), first.before()))
          .append(" | **")
          .append(labels.valueText(first.field(), first.after()))
          .append("** | ")
          .append(rule == null ? "" : MarkdownText.code(rule))
          .append(" |\n");
    }
    writeMore(rows.size());
  }

  private String addressList(List<FieldChange> row) {
    if (row.getFirst().kind().equals("process")) {
      return "";
    }
    List<String> places = new ArrayList<>();
    for (FieldChange change : row.subList(0, Math.min(row.size(), 6))) {
      places.add(
          MarkdownText.code(PlanLabels.relativeAddress(process.identity(), change.address())));
    }
    String more = row.size() > 6 ? " and " + (row.size() - 6) + " more" : "";
    return String.join(", ", places) + more + ": ";
  }

  private void writeOtherChanges() {
    List<FieldChange> rest = new ArrayList<>();
    for (FieldChange change : definitionChanges()) {
      if (!FieldChangeText.isDateMove(change)) {
        rest.add(change);
      }
    }
    writeChanges("### Other changes\n", rest);
  }

  private void writeDrift() {
    List<FieldChange> undone = new ArrayList<>();
    List<FieldChange> remaining = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (change.changedBy() == ChangedBy.DRIFT) {
        (change.isEffective() ? undone : remaining).add(change);
      }
    }
    writeChanges("### Edits made in Workiva that this undoes\n", undone);
    writeChanges("### Edited in Workiva, left as it is there\n", remaining);
  }

  private void writeChanges(String heading, List<FieldChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.append(heading);
    Map<String, List<FieldChange>> alike = new LinkedHashMap<>();
    for (FieldChange change : changes) {
      alike.computeIfAbsent(FieldChangeText.groupKey(change), k -> new ArrayList<>()).add(change);
    }
    int shown = 0;
    for (List<FieldChange> same : alike.values()) {
      if (shown++ < level.maxRows()) {
        out.append("- ").append(changeLine(same)).append('\n');
      }
    }
    writeMore(alike.size());
  }

  private String changeLine(List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    List<String> places = new ArrayList<>();
    for (FieldChange item : changes.subList(0, Math.min(changes.size(), 6))) {
      places.add(MarkdownText.code(PlanLabels.relativeAddress(process.identity(), item.address())));
    }
    String place =
        String.join(", ", places)
            + (changes.size() > 6 ? " and " + (changes.size() - 6) + " more" : "");
    String title = change.title().isEmpty() ? "" : " " + MarkdownText.plain(change.title());
    return switch (change.field()) {
      case FieldChange.NODE ->
          (change.before() == null ? "new " : "removed ")
              + PlanLabels.noun(change.kind())
              + " "
              + place
              + title
              + newAssignment(change);
      case FieldChange.POSITION, FieldChange.PARENT ->
          PlanLabels.noun(change.kind()) + " " + place + title + " moves";
      default ->
          MarkdownText.plain(PlanLabels.label(change))
              + (change.kind().equals("process") ? "" : " of " + place)
              + ": "
              + beforeAfter(change);
    };
  }

  private String beforeAfter(FieldChange change) {
    String difference = PlanLabels.setDifference(change.before(), change.after());
    return difference != null
        ? "**" + MarkdownText.plain(difference) + "**"
        : MarkdownText.plain(labels.valueText(change.field(), change.before()))
            + " → **"
            + MarkdownText.plain(labels.valueText(change.field(), change.after()))
            + "**";
  }

  /// `: Sam Okafor, due Mon 2025-01-13`, of a task that is new.
  private String newAssignment(FieldChange change) {
    if (change.before() != null) {
      return "";
    }
    String who =
        new FieldChangeText(labels, Style.PLAIN, process, true).assignmentText(change.after());
    return who.isEmpty() ? "" : ": " + MarkdownText.plain(who);
  }

  private void writePeople() {
    List<PeopleChanges.PersonChanges> rows = PeopleChanges.of(process, labels);
    if (rows.isEmpty()) {
      return;
    }
    boolean counted = !process.explanation().workloadChanges().isEmpty();
    out.append("### People\n")
        .append(
            counted
                ? "| Who | Was | Will be | What changes |\n|---|---|---|---|\n"
                : "| Who | What changes |\n|---|---|\n");
    int shown = 0;
    for (PeopleChanges.PersonChanges row : rows) {
      if (shown++ == level.maxRows()) {
        break;
      }
      List<String> what = row.changes().size() <= 6 ? row.changes() : row.changes().subList(0, 6);
      out.append("| ")
          .append(MarkdownText.plain(row.person()))
          .append(" | ")
          .append(counted ? row.before() + " | " + row.after() + " | " : "")
          .append(MarkdownText.plain(String.join("; ", what)).replace("-&#62;", "→"))
          .append(row.changes().size() > 6 ? "; and " + (row.changes().size() - 6) + " more" : "")
          .append(" |\n");
    }
    writeMore(rows.size());
  }

  /// What a run gets: what can be added, then the list for hands as boxes to tick.
  private void writeRun() {
    RunPlan run = process.run();
    if (run == null || run.isSettled() || run.hasEnded()) {
      return;
    }
    if (!run.additions().isEmpty()) {
      out.append(process.amends() ? "### Added to the run\n" : "### Can be added to the run\n");
      int shown = 0;
      for (TaskAddition addition : run.additions()) {
        if (shown++ < level.maxRows()) {
          out.append("- ")
              .append(
                  MarkdownText.code(
                      PlanLabels.relativeAddress(process.identity(), addition.address())))
              .append(' ')
              .append(MarkdownText.plain(addition.title()))
              .append(
                  addition.starts().start() == TaskStart.PASSED
                      ? ": **the point of insertion has passed, it starts immediately**"
                      : addition.starts().start() == TaskStart.AT_ONCE ? ": starts at once" : "")
              .append('\n');
        }
      }
      writeMore(run.additions().size());
    }
    if (!run.manualSteps().isEmpty()) {
      out.append("### By hand, in Workiva\n");
      int shown = 0;
      for (ManualStep step : run.manualSteps()) {
        if (shown++ < level.maxRows()) {
          writeManualStep(step);
        }
      }
      writeMore(run.manualSteps().size());
    }
  }

  private void writeManualStep(ManualStep step) {
    String title =
        step.title().isEmpty()
            ? PlanLabels.relativeAddress(process.identity(), step.address())
            : step.title();
    out.append("- [ ] ").append(step.number()).append(". **").append(MarkdownText.plain(title));
    out.append("**");
    String link = step.target().permalink();
    if (link != null && link.matches("https://[A-Za-z0-9./_~-]+")) {
      out.append(" ([open](").append(link).append("))");
    }
    String separator = ": ";
    for (ManualStep.FieldEdit edit : step.edits()) {
      out.append(separator).append(MarkdownText.plain(edit.screen()));
      if (!edit.field().equals(FieldChange.NODE)) {
        out.append(": ").append(MarkdownText.plain(labels.valueText(edit.field(), edit.after())));
      }
      separator = "; ";
    }
    if (step.effect().restartsTask()) {
      out.append("; restarts the task");
    }
    if (!step.effect().mailRecipients().isEmpty()) {
      List<String> names = new ArrayList<>();
      step.effect().mailRecipients().forEach(id -> names.add(labels.personName(id)));
      out.append("; mails ").append(MarkdownText.plain(RunPlanText.joinWithAnd(names)));
    }
    out.append('\n');
  }

  private void writeReplacementReasons() {
    if (!process.replaces()) {
      return;
    }
    ReplacementReasons reasons = new ReplacementReasons(process);
    out.append("### Why not in place\n");
    if (reasons.isForced()) {
      out.append("It could stay in place; it is replaced because `--replace` asks for it.\n\n");
      return;
    }
    for (ReplacementReasons.MissingCall row : reasons.missingCalls()) {
      out.append("- no call ")
          .append(MarkdownText.plain(row.phrase()))
          .append(": ")
          .append(row.addresses().size() == 1 ? MarkdownText.code(row.location()) : row.location())
          .append(row.cause().isEmpty() ? "" : " (" + MarkdownText.code(row.cause()) + ")")
          .append('\n');
    }
    String counterfactual = reasons.counterfactualText();
    if (!counterfactual.isEmpty()) {
      out.append('\n').append(MarkdownText.plain(counterfactual)).append(".\n");
    }
    if (!process.explanation().replacement().losses().isEmpty()) {
      out.append("Not carried over: ")
          .append(
              MarkdownText.plain(String.join(", ", process.explanation().replacement().losses())))
          .append(".\n");
    }
    out.append('\n');
  }

  private void writeCalls() {
    List<ApiCallList.ApiCall> steps = ApiCallList.of(process);
    if (steps.isEmpty()) {
      return;
    }
    out.append("<details><summary>")
        .append(PlanLabels.quantity(steps.size(), "API call"))
        .append("</summary>\n\n");
    String separator = "";
    for (ApiCallList.ApiCall step : steps) {
      out.append(separator).append(MarkdownText.code(step.request()));
      out.append(step.note().isEmpty() ? "" : " (" + MarkdownText.plain(step.note()) + ")");
      separator = " · ";
    }
    out.append("\n</details>\n\n");
  }
}
