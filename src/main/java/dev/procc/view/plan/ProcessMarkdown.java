package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.ApiCallList;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.EditConflict;
import dev.procc.view.plan.facts.LeftUndone;
import dev.procc.view.plan.facts.PeopleChanges;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ReplacementReasons;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The section of a comment about one process.
final class ProcessMarkdown {
  private static final int MIN_WAYS = 3;

  /// The width of lines that a code host breaks by itself.
  private static final int UNBROKEN = 100_000;

  private final MarkdownPage out;
  private final Plan plan;
  private final AlikeProcesses alike;
  private final ProcessPlan process;
  private final PlanMarkdownDetail level;
  private final PlanLabels labels;
  private final ChangesMarkdown changes;

  ProcessMarkdown(
      MarkdownPage out,
      Plan plan,
      PlanLabels labels,
      AlikeProcesses alike,
      PlanMarkdownDetail level) {
    this.out = out;
    this.plan = plan;
    this.alike = alike;
    this.process = alike.told();
    this.level = level;
    this.labels = labels;
    this.changes =
        new ChangesMarkdown(
            out, process, labels, level.maxRows(), labels.command(PlanMarkdownDetail.COMMAND));
  }

  /// Writes one process, or several that are alike.
  static void write(
      MarkdownPage out,
      Plan plan,
      PlanLabels labels,
      AlikeProcesses alike,
      PlanMarkdownDetail level) {
    new ProcessMarkdown(out, plan, labels, alike, level).write();
  }

  /// The name of a process for people.
  static String name(ProcessPlan process) {
    return process.name().isEmpty() ? process.identity() : process.name();
  }

  private void write() {
    out.strong(alike.isMany() ? alike.heading() : name(process)).append(" (");
    if (!alike.isMany()) {
      out.code(process.identity()).append(", ");
    }
    out.append("target ")
        .strong(plan.target())
        .append("), as of " + PlanLabels.dayText(plan.header().asOf().toString()))
        .paragraph();
    if (alike.isMany()) {
      writeProcesses(false);
    }
    writeState();
    boolean refused = !process.refusals().isEmpty();
    if (refused && level.maxRows() > 0) {
      writeConflicts();
    }
    for (PlanRefusal refusal : alike.refusals()) {
      writeRefusal(out, labels, refusal);
    }
    if (process.isRunPlan()) {
      RunMarkdown.write(out, alike, labels, level);
      writePeople();
      writeClosing();
    } else if (refused) {
      RunMarkdown.write(out, alike, labels, level);
      writeEditsThatStay();
      writeClosing();
      writeNotApplied();
    } else {
      writeChanges();
      RunMarkdown.write(out, alike, labels, level);
      writeClosing();
    }
  }

  /// Writes what a refused plan would do, folded.
  private void writeNotApplied() {
    if (process.hasActions()) {
      out.details(PlanPhrases.NOT_APPLIED);
      writeChanges();
      out.endDetails();
    }
  }

  private void writeChanges() {
    if (level.maxRows() > 0) {
      writeCreatedNodes();
      writeEffects();
      writeDrift();
    }
    writePredictedShifts();
    writeReplacementReasons();
  }

  /// Writes source lines, dates, other changes, people.
  void writeEffects() {
    CausesMarkdown.write(out, plan, labels, process, level);
    changes.writeDates(CauseGroup.definitionChanges(process), alike.processes());
    changes.writeUnmovedDates(alike.processes());
    writeOtherChanges();
    writePeople();
  }

  /// Writes the keys of the processes, and the outcome of each.
  ///
  /// @param withSteps whether with the number of the steps by hand of each
  void writeProcesses(boolean withSteps) {
    List<ProcessPlan> all = alike.processes();
    out.details(Plural.of(all.size(), "process")).table("Key", "Name", "");
    int max = Plural.shown(all.size(), level.maxProcesses());
    for (ProcessPlan each : all.subList(0, max)) {
      String outcome = PlanPhrases.outcomeLabel(each, Style.PLAIN).toLowerCase(Locale.ROOT);
      int steps = !withSteps || each.run() == null ? 0 : each.run().manualSteps().size();
      out.row(
          MarkdownText.code(each.identity()),
          MarkdownText.plain(each.name()),
          MarkdownText.plain(
              outcome
                  + (each.refusals().isEmpty()
                      ? PlanPhrases.isHeldUp(plan, each) ? ", not applied" : ""
                      : ", refused")
                  + (steps == 0 ? "" : ", " + Plural.of(steps, "step") + " by hand")));
    }
    out.more(all.size(), max, labels.command(PlanMarkdownDetail.COMMAND)).endDetails();
  }

  private void writeClosing() {
    String undone = LeftUndone.sentence(alike, labels);
    if (!undone.isEmpty()) {
      out.append(undone + ".").paragraph();
    }
    for (String warning : process.warnings()) {
      out.quote().append(warning).paragraph();
    }
    if (level.listsCalls() && !plan.isRefused()) {
      writeCalls();
    }
  }

  private void writeState() {
    TextPage state = new TextPage(UNBROKEN);
    RunPlan run = process.run();
    if (run != null && process.isRunPlan()) {
      state.line("The run: " + RunPlanText.statusLine(run) + ".");
    } else {
      ProcessSummaryText.write(state, plan, alike, labels);
    }
    state.toString().lines().forEach(line -> out.item().append(line.strip()).line());
    out.line();
  }

  static void writeRefusal(MarkdownPage out, PlanLabels labels, PlanRefusal refusal) {
    out.quote().strong("Refused (" + refusal.rule() + ")").append(" " + refusal.message());
    if (!refusal.waysHeading().isEmpty()) {
      out.append(". " + refusal.waysHeading() + ":");
    }
    int number = 0;
    for (WayOut way : labels.ways(refusal.ways())) {
      out.line().quote().number(++number).append(WaysText.markdown(way));
    }
    out.paragraph();
  }

  /// Writes the nodes of a new process.
  private void writeCreatedNodes() {
    List<CreateOutline.OutlineLine> lines = CreatedProcessText.createdNodes(process);
    if (lines.isEmpty()) {
      return;
    }
    out.details(CreatedProcessText.counts(process, lines));
    FieldChangeText effects = new FieldChangeText(labels, Style.PLAIN, process, true);
    int shown = 0;
    for (CreateOutline.OutlineLine line : lines) {
      if (shown++ == level.shown(lines.size())) {
        break;
      }
      String who = effects.assignmentText(line.json());
      String name = line.name().isEmpty() ? line.kind() : line.name();
      out.item(line.depth()).strong(name).append(who.isEmpty() ? "" : ": " + who).line();
    }
    level.writeMore(out, labels, lines.size());
    out.endDetails();
  }

  private void writeOtherChanges() {
    List<FieldChange> rest = new ArrayList<>();
    for (FieldChange change : CauseGroup.definitionChanges(process)) {
      if (!DateMoves.isDateMove(change)) {
        rest.add(change);
      }
    }
    changes.write("Other changes", rest);
  }

  /// Writes the drift that differs from the definition.
  private void writeConflicts() {
    List<EditConflict> conflicts = EditConflict.of(process, labels);
    if (conflicts.isEmpty()) {
      return;
    }
    out.heading(3).append(EditConflict.heading(process, labels)).line();
    out.table("What", "Last applied", "In Workiva now", "The definition");
    int max = Plural.shown(conflicts.size(), Math.min(EditConflict.MAX_SHOWN, level.maxRows()));
    int shown = 0;
    for (EditConflict conflict : conflicts) {
      if (shown++ < max) {
        out.row(
            MarkdownText.plain(conflict.what()),
            MarkdownText.plain(conflict.lastApplied()),
            MarkdownText.plain(conflict.live()),
            MarkdownText.plain(conflict.wanted()));
      }
    }
    out.more(conflicts.size(), max, labels.command(PlanMarkdownDetail.COMMAND));
  }

  /// Writes the edits that are undone; if it is not refused, all of them.
  private void writeDrift() {
    boolean refused = !process.refusals().isEmpty();
    if (!refused) {
      writeConflicts();
    }
    List<FieldChange> undone = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (change.changedBy() == ChangedBy.DRIFT && change.isEffective()) {
        undone.add(change);
      }
    }
    changes.write("Edits made in Workiva that this " + (refused ? "would undo" : "undoes"), undone);
    if (!refused) {
      writeEditsThatStay();
    }
  }

  private void writeEditsThatStay() {
    changes.write(
        "Edited in Workiva, left as it is there", EditConflict.otherEditsThatStay(process));
  }

  private void writePeople() {
    List<PeopleChanges.PersonChanges> rows = PeopleChanges.of(List.of(process), labels);
    if (rows.isEmpty()) {
      return;
    }
    out.heading(3).append("People").line();
    out.table("Who", "What changes");
    int shown = 0;
    for (PeopleChanges.PersonChanges row : rows) {
      if (shown++ == level.shown(rows.size())) {
        break;
      }
      out.row(
          MarkdownText.plain(row.person()),
          MarkdownText.plain(row.changesText(6).replace("->", "→")));
    }
    level.writeMore(out, labels, rows.size());
  }

  void writePredictedShifts() {
    String shifts = PlanPhrases.predictedShifts(process);
    if (!shifts.isEmpty()) {
      out.append(shifts).paragraph();
    }
  }

  void writeReplacementReasons() {
    if (alike.processes().stream().noneMatch(ProcessPlan::replaces)) {
      return;
    }
    out.heading(3).append("Why not in place").line();
    long forced =
        alike.processes().stream()
            .filter(each -> new ReplacementReasons(each, labels).isForced())
            .count();
    if (forced > 0) {
      out.append(
              !alike.isMany()
                  ? "It could stay in place; it is replaced because "
                  : forced
                      + Plural.choose(
                          forced,
                          " of them could stay in place; it is replaced because ",
                          " of them could stay in place; they are replaced because "))
          .code("--replace")
          .append(" asks for it.")
          .paragraph();
    }
    if (alike.missingCalls(labels).isEmpty()) {
      return;
    }
    out.append("Workiva's API has no call that").line();
    for (ReplacementReasons.MissingCall row : alike.missingCalls(labels)) {
      out.item().append(row.phrase() + ": " + row.location());
      if (!row.cause().isEmpty()) {
        out.append(" (").code(row.cause()).append(")");
      }
      out.line();
    }
    out.line();
    writeWaysToKeep();
    writeEditsBeforeStart();
  }

  private void writeEditsBeforeStart() {
    ManualStepText hands = ManualStepText.beforeStart(labels, alike);
    if (hands.steps().isEmpty() || level.maxRows() == 0) {
      return;
    }
    String others = alike.isMany() ? ", " + alike.othersText() : "";
    out.details(hands.beforeStartHeading());
    out.append(ManualStepText.NO_LINK).paragraph();
    int shown = 0;
    for (ManualStep step : hands.steps()) {
      if (shown++ < level.shown(hands.steps().size())) {
        RunMarkdown.writeStep(out, process, hands, step, others);
      }
    }
    level.writeMore(out, labels, hands.steps().size());
    out.endDetails();
  }

  private void writeWaysToKeep() {
    List<String> ways =
        alike.ways(
            labels,
            Math.max(MIN_WAYS, level.maxRows()),
            labels.command(PlanMarkdownDetail.COMMAND));
    if (!ways.isEmpty()) {
      out.append(alike.waysHeading(ways.size()) + ":").paragraph();
      int number = 0;
      for (String way : ways) {
        out.number(++number).append(way).line();
      }
      out.line();
    }
  }

  private void writeCalls() {
    List<ApiCallList.ApiCall> steps = ApiCallList.of(process);
    if (steps.isEmpty()) {
      return;
    }
    out.details(ApiCallList.title(alike));
    String separator = "";
    for (ApiCallList.ApiCall step : steps) {
      out.append(separator).code(step.request());
      out.append(step.note().isEmpty() ? "" : " (" + step.note() + ")");
      separator = " · ";
    }
    out.append(". " + ApiCallList.ifOneFails(process.replaces()) + ".");
    ApiCallList.WayBack back = ApiCallList.wayBack(List.of(process));
    if (back != null) {
      out.append(" The way back afterwards: ");
      if (!back.command().isEmpty()) {
        out.code(labels.command(back.command()));
      }
      out.append(back.rest() + ".");
    }
    out.line().endDetails();
  }
}
