package dev.procc.view.plan;

import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.EditConflict;
import dev.procc.view.plan.facts.LeftUndone;
import dev.procc.view.plan.facts.PeopleChanges;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ReplacementReasons;
import dev.procc.view.plan.facts.SharedCauses;
import dev.procc.view.plan.facts.UnmovedDates;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// A plan as text for a terminal: the state first, causes before effects, what stays, why not in
/// place, refusals, checks, validity, one next step.
///
/// It depends only on the plan: a saved plan is shown with the same text again.
public final class PlanText {
  private static final int MAX_PEOPLE = 8;
  private static final int MAX_PHRASES = 4;
  private static final int MAX_WAYS = 6;
  private static final int MAX_PLACE_WIDTH = 40;

  private final Plan plan;
  private final PlanOptions options;
  private final Style style;
  private final PlanLabels labels;
  private TextPage page;

  private PlanText(Plan plan, PlanOptions options, Style style) {
    this.plan = plan;
    this.options = options;
    this.style = style;
    this.labels = new PlanLabels(plan);
    this.page = new TextPage(options.columns());
  }

  /// The text, with a line end at the end.
  public static SafeText render(Plan plan, PlanOptions options, Style style) {
    return new PlanText(plan, options, style).render();
  }

  private SafeText render() {
    if (options.quiet() < 2) {
      page.line(
          "procc plan   target "
              + TerminalText.sanitize(plan.target())
              + " ("
              + PlanPhrases.host(plan.header().apiUrl())
              + ")   as of "
              + PlanLabels.dayText(plan.header().asOf().toString()));
      page.blank();
      LoosenedGuardsText.write(page, plan.loosened(), style);
      if (options.quiet() == 0 && shown().size() > 1) {
        writeSharedCauses();
      }
      writeProcesses();
    }
    PlanFooter.write(page, plan, options, style);
    return page.toText();
  }

  /// Writes the source lines that change several processes.
  private void writeSharedCauses() {
    for (SharedCauses.SharedCause row : SharedCauses.find(plan)) {
      page.wrap(
          0,
          2,
          style.cyan(TerminalText.sanitize(row.place()))
              + "   "
              + TerminalText.sanitize(row.text()));
      page.wrap(2, 2, row.effect());
    }
    page.blank();
  }

  private void writeProcesses() {
    if (options.quiet() == 0 && options.groupBy() != PlanOptions.GroupBy.CAUSE) {
      writeGrouped();
      return;
    }
    for (AlikeProcesses alike : shown()) {
      if (alike.isMany()) {
        writeGroupHeading(alike);
      } else {
        writeHeading(alike.told());
      }
      if (options.quiet() == 0) {
        writeProcess(alike);
        page.blank();
      }
    }
    page.blank();
  }

  /// Writes the changes by process, person or date, then what is not a change, by process.
  private void writeGrouped() {
    for (ProcessPlan process : plan.processes()) {
      if (options.detail() || PlanPhrases.isShown(plan, process)) {
        writeHeading(process);
      }
    }
    page.blank();
    GroupedChangesText.write(page, plan, labels, style, options);
    for (ProcessPlan process : plan.processes()) {
      TextPage before = page;
      page = new TextPage(options.columns());
      writeBesideChanges(process);
      TextPage beside = page;
      page = before;
      if (!beside.isEmpty() && plan.processes().size() > 1) {
        writeHeading(process);
      }
      page.append(beside.toText());
    }
    page.blank();
  }

  private void writeBesideChanges(ProcessPlan process) {
    AlikeProcesses one = AlikeProcesses.one(process);
    writeConflicts(process);
    FieldChangeText effects = new FieldChangeText(labels, style, process, options.detail());
    writeStayingEdits(EditConflict.otherEditsThatStay(process), effects);
    writePredictedShifts(process);
    writeReplacementReasons(one);
    RunPlan run = process.run();
    if (run != null) {
      RunPlanText text = new RunPlanText(page, labels, style, one, run, options.detail());
      page.blank();
      if (process.isRunPlan()) {
        text.writeRunPlan();
      } else {
        text.writeRunNotice();
      }
    }
    writeRefusals(one);
    writeNotes(process);
  }

  /// The processes in groups; with `--detail`, each by itself.
  private List<AlikeProcesses> shown() {
    List<ProcessPlan> shown = new ArrayList<>(plan.processes());
    shown.removeIf(process -> !options.detail() && !PlanPhrases.isShown(plan, process));
    return options.detail() || options.quiet() > 0
        ? shown.stream().map(AlikeProcesses::one).toList()
        : AlikeProcesses.of(shown);
  }

  private void writeGroupHeading(AlikeProcesses alike) {
    ProcessPlan told = alike.told();
    page.line(
        style.bold(alike.heading())
            + "   "
            + PlanPhrases.outcomeLabel(told, style)
            + (told.refusals().isEmpty() ? "" : style.red(", refused")));
    page.wrap(2, 0, TerminalText.sanitize(alike.keys("--detail")));
  }

  private void writeHeading(ProcessPlan process) {
    String name =
        process.name().isEmpty() ? "" : "  \"" + TerminalText.sanitize(process.name()) + "\"";
    String refused = process.refusals().isEmpty() ? "" : style.red(", refused");
    page.line(
        style.bold(TerminalText.sanitize(process.identity()))
            + name
            + "   "
            + PlanPhrases.outcomeLabel(process, style)
            + refused);
  }

  private void writeProcess(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    RunPlan run = process.run();
    RunPlanText runText =
        run == null ? null : new RunPlanText(page, labels, style, alike, run, options.detail());
    if (runText != null && process.isRunPlan()) {
      page.blank();
      runText.writeRunPlan();
      writeClosing(alike);
      return;
    }
    ProcessSummaryText.write(page, alike, labels);
    page.blank();
    boolean leadsWithRun = PlanPhrases.leadsWithRun(process);
    if (runText != null && leadsWithRun) {
      runText.writeRunNotice();
    }
    FieldChangeText effects = new FieldChangeText(labels, style, process, options.detail());
    writeCauses(process, effects);
    writeUnmovedDates(alike);
    writeConflicts(process);
    writeDrift(process, effects);
    if (process.creates()) {
      CreatedProcessText.write(page, process, labels, options.detail());
    }
    writePeople(process);
    writePredictedShifts(process);
    writeReplacementReasons(alike);
    if (runText != null && !leadsWithRun) {
      page.blank();
      runText.writeRunNotice();
    }
    writeClosing(alike);
  }

  private void writeClosing(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    String undone = LeftUndone.sentence(alike, labels);
    if (!undone.isEmpty()) {
      page.wrap(2, 2, undone + ".");
    }
    writeRefusals(alike);
    writeNotes(process);
    if (!process.safety().assumptions().isEmpty() && options.detail()) {
      page.wrap(
          2,
          2,
          "Assumes what is not documented: "
              + String.join(", ", process.safety().assumptions())
              + " (procc emulate --assumptions).");
    }
    if (options.detail()) {
      writeOperations(process);
    }
  }

  private void writeNotes(ProcessPlan process) {
    for (String warning : process.warnings()) {
      page.wrap(2, 2, "Note: " + TerminalText.sanitize(warning));
    }
  }

  private void writeCauses(ProcessPlan process, FieldChangeText effects) {
    List<FieldChange> changes = CauseGroup.definitionChanges(process);
    List<CauseGroup> groups = CauseGroup.of(changes);
    int unmovedDates = UnmovedDates.count(process);
    for (CauseGroup group : groups) {
      page.wrap(2, 2, group.heading(style));
      effects.write(page, group.changes(), unmovedDates);
      if (group.changes().stream().anyMatch(DateMoves::isDateMove)) {
        unmovedDates = -1;
      }
    }
    if (!groups.isEmpty()) {
      page.blank();
    }
  }

  private void writeUnmovedDates(AlikeProcesses alike) {
    int max = options.detail() ? Integer.MAX_VALUE : UnmovedDates.MAX_BRIEF;
    List<String> stay = UnmovedDates.sentences(alike.processes(), labels, max, "--detail");
    if (!stay.isEmpty()) {
      page.line("  Dates that stay");
      stay.forEach(sentence -> page.wrap(4, 2, sentence));
      page.blank();
    }
  }

  /// Writes the drift that differs from the definition, with all of its values.
  private void writeConflicts(ProcessPlan process) {
    List<EditConflict> conflicts = EditConflict.of(process, labels);
    if (conflicts.isEmpty()) {
      return;
    }
    page.wrap(2, 2, style.red(EditConflict.heading(process, labels)));
    int max = options.detail() ? Integer.MAX_VALUE : EditConflict.MAX_SHOWN;
    for (EditConflict conflict : conflicts.subList(0, Math.min(max, conflicts.size()))) {
      page.wrap(4, 2, conflict.what());
      page.wrap(6, 2, "last applied   " + conflict.lastApplied());
      page.wrap(6, 2, "in Workiva     " + conflict.live());
      page.wrap(6, 2, "the definition " + conflict.wanted());
    }
    if (conflicts.size() > max) {
      page.line("    and " + (conflicts.size() - max) + " more: --detail");
    }
    page.blank();
  }

  /// Writes the drift that would be undone, then the drift that stays.
  private void writeDrift(ProcessPlan process, FieldChangeText effects) {
    List<FieldChange> undone = new ArrayList<>();
    List<FieldChange> remaining = EditConflict.otherEditsThatStay(process);
    List<FieldChange> converged = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (change.changedBy() == ChangedBy.CONVERGED) {
        converged.add(change);
      } else if (change.changedBy() == ChangedBy.DRIFT && change.isEffective()) {
        undone.add(change);
      }
    }
    if (!undone.isEmpty()) {
      page.wrap(2, 2, style.red("Edits made in Workiva that this undoes"));
      effects.write(page, undone, -1);
    }
    writeStayingEdits(remaining, effects);
    if (!converged.isEmpty() && options.detail()) {
      page.wrap(2, 2, "Changed alike in Workiva and in the definition: nothing to do");
      effects.write(page, converged, -1);
    }
    if (!undone.isEmpty() || !remaining.isEmpty()) {
      page.blank();
    }
  }

  private void writeStayingEdits(List<FieldChange> edits, FieldChangeText effects) {
    if (!edits.isEmpty()) {
      page.wrap(2, 2, "Edited in Workiva, left as it is there (Workiva -> the definition)");
      effects.write(page, edits, -1);
    }
  }

  /// Writes whose work changes.
  private void writePeople(ProcessPlan process) {
    List<PeopleChanges.PersonChanges> people = PeopleChanges.of(List.of(process), labels);
    if (people.isEmpty() || process.creates()) {
      return;
    }
    page.line("  People");
    int max = options.detail() ? Integer.MAX_VALUE : MAX_PEOPLE;
    for (PeopleChanges.PersonChanges person : people.subList(0, Math.min(max, people.size()))) {
      page.wrap(4, 4, person.sentence(options.detail() ? Integer.MAX_VALUE : MAX_PHRASES));
    }
    if (people.size() > max) {
      page.line("    and " + (people.size() - max) + " more: --detail");
    }
    page.blank();
  }

  private void writePredictedShifts(ProcessPlan process) {
    String text = PlanPhrases.predictedShifts(process);
    if (!text.isEmpty()) {
      page.wrap(2, 2, text);
    }
  }

  private void writeReplacementReasons(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    if (!process.replaces()) {
      return;
    }
    ReplacementReasons reasons = new ReplacementReasons(process, labels);
    if (reasons.isForced()) {
      page.wrap(2, 2, "It could stay in place; it is replaced because --replace asks for it.");
      return;
    }
    page.line("  Why not in place: Workiva's API has no call that");
    int widest = 0;
    int place = 0;
    for (ReplacementReasons.MissingCall row : alike.missingCalls(labels)) {
      widest = Math.max(widest, row.phrase().length());
      place = Math.max(place, TerminalText.width(row.location()));
    }
    for (ReplacementReasons.MissingCall row : alike.missingCalls(labels)) {
      page.line(
          "    "
              + TextPage.pad(row.phrase(), widest + 3)
              + TextPage.pad(row.location(), Math.min(place, MAX_PLACE_WIDTH) + 3)
              + TerminalText.sanitize(row.cause()));
      if (options.detail() && row.nodes().size() > 1) {
        page.nameList(6, row.nodes(), Integer.MAX_VALUE);
      }
    }
    int max = options.detail() ? Integer.MAX_VALUE : MAX_WAYS;
    WaysText.writeKeeping(page, alike, labels, max, PlanMarkdownDetail.COMMAND);
  }

  private void writeRefusals(AlikeProcesses alike) {
    for (PlanRefusal refusal : alike.refusals()) {
      PlanPhrases.writeRefusal(page, style, refusal);
    }
  }

  private void writeOperations(ProcessPlan process) {
    if (!process.operations().isEmpty()) {
      page.line("  Calls");
    }
    for (PlanOperation operation : process.operations()) {
      String size =
          operation.changeCount() == 1 ? "" : "   " + operation.changeCount() + " changes";
      page.wrap(4, 2, TerminalText.sanitize(operation.call().requestLine()) + size);
    }
  }
}
