package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The section of a comment about one process.
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
      CausesMarkdown.write(out, process, level);
      writeDates();
      writeOtherChanges();
      writePeople();
      writeDrift();
    }
    writePredictedShifts();
    writeReplacementReasons();
    RunMarkdown.write(out, process, labels, level);
    for (String warning : process.warnings()) {
      out.append("> ").append(MarkdownText.plain(warning)).append("\n\n");
    }
    if (level.listsCalls() && !plan.isRefused()) {
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

  /// Writes the nodes of a new process.
  private void writeCreatedNodes() {
    List<CreateOutline.OutlineLine> lines = CreatedProcessText.createdNodes(process);
    if (lines.isEmpty()) {
      return;
    }
    long groups = lines.stream().filter(line -> line.kind().equals("group")).count();
    out.append("<details><summary>")
        .append(Plural.of(lines.size() - groups, "task"))
        .append(groups == 0 ? "" : " in " + Plural.of(groups, "group"))
        .append(", ")
        .append(Plural.of(process.definition().dateCount(), "due date"))
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
    level.writeMore(out, lines.size());
    out.append("</details>\n\n");
  }

  private void writeDates() {
    List<FieldChange> moving = new ArrayList<>(CauseGroup.definitionChanges(process));
    moving.removeIf(change -> !FieldChangeText.isDateMove(change));
    List<List<FieldChange>> rows = FieldChangeText.groupDateMoves(moving);
    if (rows.isEmpty()) {
      return;
    }
    int left = process.definition().dateCount() - moving.size();
    out.append("### Dates that move (")
        .append(Math.max(0, left))
        .append(Plural.choose(left, " stays", " stay"))
        .append(")\n| What | Was | Will be | Rule |\n|---|---|---|---|\n");
    int shown = 0;
    for (List<FieldChange> row : rows) {
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
    level.writeMore(out, rows.size());
  }

  private String addressList(List<FieldChange> row) {
    if (row.getFirst().kind().equals("process")) {
      return "";
    }
    List<String> places = new ArrayList<>();
    for (FieldChange change : row.subList(0, Math.min(row.size(), 6))) {
      places.add(placeText(change));
    }
    String more = row.size() > 6 ? " and " + (row.size() - 6) + " more" : "";
    return String.join(", ", places) + more + ": ";
  }

  /// The name of a node as people know it; its address where it has none.
  private String placeText(FieldChange change) {
    return change.title().isEmpty()
        ? MarkdownText.code(PlanLabels.relativeAddress(process.identity(), change.address()))
        : "*" + MarkdownText.plain(change.title()) + "*";
  }

  private void writeOtherChanges() {
    List<FieldChange> rest = new ArrayList<>();
    for (FieldChange change : CauseGroup.definitionChanges(process)) {
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
    level.writeMore(out, alike.size());
  }

  private String changeLine(List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    List<String> places = new ArrayList<>();
    for (FieldChange item : changes.subList(0, Math.min(changes.size(), 6))) {
      places.add(placeText(item));
    }
    String place =
        String.join(", ", places)
            + (changes.size() > 6 ? " and " + (changes.size() - 6) + " more" : "");
    return switch (change.field()) {
      case FieldChange.NODE ->
          (change.before() == null ? "new " : "removed ")
              + PlanLabels.noun(change.kind())
              + " "
              + place
              + newAssignment(change);
      case FieldChange.POSITION, FieldChange.PARENT ->
          PlanLabels.noun(change.kind()) + " " + place + " moves";
      default ->
          MarkdownText.plain(PlanLabels.label(change))
              + (change.kind().equals("process") ? "" : " of " + place)
              + ": "
              + beforeAfter(change);
    };
  }

  private String beforeAfter(FieldChange change) {
    String difference = PlanLabels.setDifference(change.before(), change.after());
    if (difference != null) {
      return "**" + MarkdownText.plain(difference) + "**";
    }
    List<String> parts = new ArrayList<>();
    for (PlanLabels.Difference each :
        labels.differences(change.field(), change.before(), change.after(), Integer.MAX_VALUE)) {
      parts.add(
          MarkdownText.plain(each.member() + (each.member().isEmpty() ? "" : " ") + each.before())
              + " → **"
              + MarkdownText.plain(each.after())
              + "**");
    }
    return String.join("; ", parts);
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
    level.writeMore(out, rows.size());
  }

  private void writePredictedShifts() {
    String shifts = PlanPhrases.predictedShifts(process);
    out.append(shifts.isEmpty() ? "" : MarkdownText.plain(shifts) + "\n\n");
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
      out.append("- Workiva's API has no call that ")
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
    if (process.refusals().isEmpty() && !process.explanation().replacement().losses().isEmpty()) {
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
        .append(Plural.of(steps.size(), "API call"))
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
