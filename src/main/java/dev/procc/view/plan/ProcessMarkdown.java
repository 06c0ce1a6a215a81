package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.ApiCallList;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.EditConflict;
import dev.procc.view.plan.facts.PeopleChanges;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ReplacementReasons;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The section of a comment about one process.
final class ProcessMarkdown {
  private static final int MIN_WAYS = 3;
  private static final Pattern COMMAND =
      Pattern.compile(
          "procc [a-z]+(?: (?:--?)?[A-Za-z0-9_@./:=-]+)*?(?="
              + " (?:lets|takes|makes|plans|records|if)\\b|[;,]|$)");

  private final StringBuilder out;
  private final AlikeProcesses alike;
  private final ProcessPlan process;
  private final PlanMarkdownDetail level;
  private final PlanLabels labels;
  private final ChangesMarkdown changes;

  private ProcessMarkdown(
      StringBuilder out, Plan plan, AlikeProcesses alike, PlanMarkdownDetail level) {
    this.out = out;
    this.alike = alike;
    this.process = alike.told();
    this.level = level;
    this.labels = new PlanLabels(plan);
    this.changes =
        new ChangesMarkdown(out, process, labels, level.maxRows(), "procc plan --detail");
  }

  /// One process, or several that are alike.
  static void write(StringBuilder out, Plan plan, AlikeProcesses alike, PlanMarkdownDetail level) {
    new ProcessMarkdown(out, plan, alike, level).write(plan);
  }

  /// Many processes, whatever becomes of them: what stops them, why, dates, people, replacements,
  /// and last which they are.
  static void writeAll(
      StringBuilder out, Plan plan, List<ProcessPlan> processes, PlanMarkdownDetail level) {
    ProcessMarkdown all = new ProcessMarkdown(out, plan, AlikeProcesses.together(processes), level);
    all.writeCommonRefusals();
    if (level.maxRows() > 0) {
      all.writeEffects();
    }
    all.writeReplacementReasons();
    all.writeProcesses();
  }

  private void write(Plan plan) {
    out.append("**")
        .append(
            MarkdownText.plain(
                alike.isMany()
                    ? alike.heading()
                    : process.name().isEmpty() ? process.identity() : process.name()))
        .append(alike.isMany() ? "** (" : "** (" + MarkdownText.code(process.identity()) + ", ")
        .append("target **")
        .append(MarkdownText.plain(plan.target()))
        .append("**), as of ")
        .append(PlanLabels.dayText(plan.header().asOf().toString()))
        .append("\n\n");
    if (alike.isMany()) {
      writeProcesses();
    }
    writeState();
    for (PlanRefusal refusal : process.refusals()) {
      writeRefusal(out, refusal);
    }
    if (process.isRunPlan()) {
      RunMarkdown.write(out, process, labels, level);
      writePeople();
      writeClosing(plan);
      return;
    }
    if (level.maxRows() > 0) {
      writeCreatedNodes();
      writeEffects();
      writeConflicts();
      writeDrift();
    }
    writePredictedShifts();
    writeReplacementReasons();
    RunMarkdown.write(out, process, labels, level);
    writeClosing(plan);
  }

  /// Source lines, dates, the rest, people.
  private void writeEffects() {
    CausesMarkdown.write(out, process, level);
    changes.writeDates(CauseGroup.definitionChanges(process));
    writeOtherChanges();
    writePeople();
  }

  /// Refusals of several processes, those by one rule together.
  private void writeCommonRefusals() {
    Map<String, List<PlanRefusal>> byRule = new LinkedHashMap<>();
    for (ProcessPlan each : alike.processes()) {
      each.refusals()
          .forEach(r -> byRule.computeIfAbsent(r.rule(), rule -> new ArrayList<>()).add(r));
    }
    byRule.forEach((rule, refusals) -> {
      writeRefusal(out, refusals.getFirst());
      if (refusals.size() > 1) {
        out.append("and ")
            .append(refusals.size() - 1)
            .append(" more by the rule ")
            .append(MarkdownText.plain(rule))
            .append(": `procc plan --detail`\n\n");
      }
    });
  }

  /// Which processes they are, and what becomes of each.
  private void writeProcesses() {
    List<ProcessPlan> all = alike.processes();
    out.append("<details><summary>")
        .append(Plural.of(all.size(), "process"))
        .append("</summary>\n\n| Key | Name | |\n|---|---|---|\n");
    int max = Math.min(all.size(), level.maxProcesses());
    for (ProcessPlan each : all.subList(0, max)) {
      out.append("| ")
          .append(MarkdownText.code(each.identity()))
          .append(" | ")
          .append(MarkdownText.plain(each.name()))
          .append(" | ")
          .append(PlanPhrases.outcomeLabel(each, Style.PLAIN).toLowerCase(Locale.ROOT))
          .append(each.refusals().isEmpty() ? "" : ", refused")
          .append(" |\n");
    }
    PlanMarkdownDetail.writeMore(out, all.size(), max, "procc plan --detail");
    out.append("</details>\n\n");
  }

  private void writeClosing(Plan plan) {
    for (String warning : process.warnings()) {
      out.append("> ").append(MarkdownText.plain(warning)).append("\n\n");
    }
    if (level.listsCalls() && !plan.isRefused()) {
      writeCalls();
    }
  }

  private void writeState() {
    TextPage state = new TextPage();
    RunPlan run = process.run();
    if (run != null && process.isRunPlan()) {
      state.line("The run: " + RunPlanText.statusLine(run) + ".");
    } else {
      ProcessSummaryText.write(state, process, labels);
    }
    out.append(MarkdownText.plain(String.join(" ", state.toString().strip().split("\\s+"))))
        .append("\n\n");
  }

  static void writeRefusal(StringBuilder out, PlanRefusal refusal) {
    out.append("> **Refused (").append(MarkdownText.plain(refusal.rule())).append(")** ");
    out.append(MarkdownText.plain(refusal.message()));
    int number = 0;
    if (refusal.flag() != null) {
      out.append("\n> ")
          .append(++number)
          .append(". ")
          .append(PlanPhrases.liftText(refusal))
          .append(MarkdownText.code("procc apply " + refusal.flag()));
    }
    if (refusal.remedy() != null) {
      out.append("\n> ").append(++number).append(". ").append(remedyText(refusal.remedy()));
    }
    out.append("\n\n");
  }

  /// A remedy with the command it begins with, if it does, as code that can be copied.
  private static String remedyText(String remedy) {
    Matcher command = COMMAND.matcher(remedy);
    return command.lookingAt()
        ? MarkdownText.code(command.group()) + MarkdownText.plain(remedy.substring(command.end()))
        : MarkdownText.plain(remedy);
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

  private void writeOtherChanges() {
    List<FieldChange> rest = new ArrayList<>();
    for (FieldChange change : CauseGroup.definitionChanges(process)) {
      if (!DateMoves.isDateMove(change)) {
        rest.add(change);
      }
    }
    changes.write("### Other changes\n", rest);
  }

  /// What was edited in Workiva and is said otherwise here.
  private void writeConflicts() {
    List<EditConflict> conflicts = EditConflict.of(process, labels);
    if (conflicts.isEmpty()) {
      return;
    }
    out.append("### Edited in Workiva, and different here\n")
        .append("| What | Last applied | In Workiva now")
        .append(MarkdownText.plain(EditConflict.stamp(process, labels)))
        .append(" | The definition |\n|---|---|---|---|\n");
    int max = Math.min(EditConflict.MAX_SHOWN, level.maxRows());
    int shown = 0;
    for (EditConflict conflict : conflicts) {
      if (shown++ < max) {
        out.append("| ")
            .append(MarkdownText.plain(conflict.what()))
            .append(" | ")
            .append(MarkdownText.plain(conflict.lastApplied()))
            .append(" | ")
            .append(MarkdownText.plain(conflict.live()))
            .append(" | ")
            .append(MarkdownText.plain(conflict.wanted()))
            .append(" |\n");
      }
    }
    PlanMarkdownDetail.writeMore(out, conflicts.size(), max, "procc plan --detail");
  }

  private void writeDrift() {
    List<FieldChange> undone = new ArrayList<>();
    List<FieldChange> remaining = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (change.changedBy() == ChangedBy.DRIFT) {
        (change.isEffective() ? undone : remaining).add(change);
      }
    }
    changes.write("### Edits made in Workiva that this undoes\n", undone);
    changes.write("### Edited in Workiva, left as it is there\n", remaining);
  }

  private void writePeople() {
    List<PeopleChanges.PersonChanges> rows = PeopleChanges.of(List.of(process), labels);
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
      out.append("| ")
          .append(MarkdownText.plain(row.person()))
          .append(" | ")
          .append(counted ? row.before() + " | " + row.after() + " | " : "")
          .append(MarkdownText.plain(row.changesText(6)).replace("-&#62;", "→"))
          .append(" |\n");
    }
    level.writeMore(out, rows.size());
  }

  private void writePredictedShifts() {
    String shifts = PlanPhrases.predictedShifts(process);
    out.append(shifts.isEmpty() ? "" : MarkdownText.plain(shifts) + "\n\n");
  }

  private void writeReplacementReasons() {
    if (alike.processes().stream().noneMatch(ProcessPlan::replaces)) {
      return;
    }
    ReplacementReasons reasons = new ReplacementReasons(process);
    out.append("### Why not in place\n");
    if (reasons.isForced()) {
      out.append("It could stay in place; it is replaced because `--replace` asks for it.\n\n");
    }
    if (reasons.missingCalls().isEmpty()) {
      return;
    }
    out.append("Workiva's API has no call that\n");
    for (ReplacementReasons.MissingCall row : reasons.missingCalls()) {
      out.append("- ")
          .append(MarkdownText.plain(row.phrase()))
          .append(": ")
          .append(row.addresses().size() == 1 ? MarkdownText.code(row.location()) : row.location())
          .append(row.cause().isEmpty() ? "" : " (" + MarkdownText.code(row.cause()) + ")")
          .append('\n');
    }
    out.append('\n');
    for (String way : alike.ways(Math.max(MIN_WAYS, level.maxRows()))) {
      out.append(MarkdownText.plain(way)).append(".\n\n");
    }
    if (process.refusals().isEmpty() && !process.explanation().replacement().losses().isEmpty()) {
      out.append("Not carried over: ")
          .append(
              MarkdownText.plain(String.join(", ", process.explanation().replacement().losses())))
          .append(".\n\n");
    }
  }

  private void writeCalls() {
    List<ApiCallList.ApiCall> steps = ApiCallList.of(process);
    if (steps.isEmpty()) {
      return;
    }
    out.append("<details><summary>")
        .append(Plural.of(steps.size(), "API call"))
        .append(alike.isMany() ? " for each process, here those of the first" : "")
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
