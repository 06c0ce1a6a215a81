package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.EditConflict;
import dev.procc.view.plan.facts.LeftUndone;
import dev.procc.view.plan.facts.PeopleChanges;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ReplacementReasons;
import dev.procc.view.plan.facts.UnmovedDates;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// The part of a plan's text about a process, or about several alike ones. Of a refused one, the
/// refusal and its run come first, and what its definition asks for comes last and counted, since
/// none of it happens.
final class ProcessText {
  private static final int MAX_PEOPLE = 8;
  private static final int MAX_PHRASES = 4;
  private static final int MAX_WAYS = 6;

  /// The most steps before a start that are listed; those of a run are all listed.
  private static final int MAX_STEPS = 2;

  private static final int MAX_PLACE_WIDTH = 40;

  private final TextPage page;
  private final Plan plan;
  private final PlanLabels labels;
  private final Style style;
  private final PlanOptions options;

  ProcessText(TextPage page, Plan plan, PlanLabels labels, Style style, PlanOptions options) {
    this.page = page;
    this.plan = plan;
    this.labels = labels;
    this.style = style;
    this.options = options;
  }

  void write(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    if (process.isRunPlan() && process.run() != null) {
      page.blank();
      if (!process.refusals().isEmpty()) {
        writeRefusals(alike);
        page.blank();
      }
      writeRun(alike);
      writeClosing(alike);
      return;
    }
    ProcessSummaryText.write(page, plan, alike, labels);
    page.blank();
    if (!process.refusals().isEmpty()) {
      writeRefused(alike);
      return;
    }
    writeEffects(alike);
    if (process.run() != null) {
      page.blank();
    }
    writeRun(alike);
    writeClosing(alike);
  }

  /// Writes what is not a change: edits in Workiva, the run, refusals, notes.
  void writeBesideChanges(ProcessPlan process) {
    AlikeProcesses one = AlikeProcesses.one(process);
    writeConflicts(process);
    writeRefusals(one);
    FieldChangeText effects = new FieldChangeText(labels, style, process, options.detail());
    writeStayingEdits(EditConflict.otherEditsThatStay(process), effects);
    if (process.refusals().isEmpty()) {
      writePredictedShifts(process);
      writeReplacementReasons(one);
    }
    if (process.run() != null) {
      page.blank();
    }
    writeRun(one);
    writeNotes(process);
  }

  /// Writes the refusal, the steps in the run, and what the definition asks for.
  private void writeRefused(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    FieldChangeText effects = new FieldChangeText(labels, style, process, options.detail());
    writeConflicts(process);
    writeRefusals(alike);
    writeStayingEdits(EditConflict.otherEditsThatStay(process), effects);
    page.blank();
    writeRun(alike);
    writeUndone(alike);
    writeNotes(process);
    if (!process.hasActions()) {
      return;
    }
    page.blank();
    if (options.detail()) {
      page.line("  " + PlanPhrases.NOT_APPLIED + ":");
      page.blank();
      writeEffects(alike);
      writeCalls(process);
    } else {
      page.wrap(2, 2, PlanPhrases.NOT_APPLIED + " (all of it: --detail)");
      writeCounted(process);
    }
  }

  /// Writes the lines of a definition with what each asks for, counted.
  private void writeCounted(ProcessPlan process) {
    List<CreateOutline.OutlineLine> created = CreatedProcessText.createdNodes(process);
    if (!created.isEmpty()) {
      page.wrap(4, 2, "a new process: " + CreatedProcessText.counts(process, created));
    }
    for (CauseGroup group : CauseGroup.of(CauseGroup.effectiveChanges(process))) {
      page.wrap(2, 2, group.undoesDrift() ? undoneHeading(process) : group.heading(style));
      FieldChangeText.writeCounted(page, labels, style, process, group);
    }
    if (process.replaces() && process.runState() == RunState.NONE) {
      page.wrap(2, 2, "The process would be replaced; why, and how it stays in place: --detail");
    }
  }

  private String undoneHeading(ProcessPlan process) {
    return style.red(
        process.refusals().isEmpty()
            ? "Edits made in Workiva that this undoes"
            : "Edits made in Workiva that this would undo");
  }

  private void writeEffects(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    FieldChangeText effects = new FieldChangeText(labels, style, process, options.detail());
    writeCauses(process, effects);
    writeUnmovedDates(alike);
    if (process.refusals().isEmpty()) {
      writeConflicts(process);
    }
    writeDrift(process, effects);
    if (process.creates()) {
      CreatedProcessText.write(page, process, labels, options.detail());
    }
    writePeople(process);
    writePredictedShifts(process);
    writeReplacementReasons(alike);
  }

  private void writeRun(AlikeProcesses alike) {
    RunPlan run = alike.told().run();
    if (run == null) {
      return;
    }
    RunPlanText text = new RunPlanText(page, labels, style, alike, run, options.detail());
    if (alike.told().isRunPlan()) {
      text.writeRunPlan();
    } else {
      text.writeRunNotice();
    }
  }

  private void writeUndone(AlikeProcesses alike) {
    String undone = LeftUndone.sentence(alike, labels);
    if (!undone.isEmpty()) {
      page.wrap(2, 2, undone + ".");
    }
  }

  private void writeClosing(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    writeUndone(alike);
    writeNotes(process);
    if (options.detail()) {
      writeCalls(process);
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
    int max =
        options.detail()
            ? conflicts.size()
            : Plural.shown(conflicts.size(), EditConflict.MAX_SHOWN);
    for (EditConflict conflict : conflicts.subList(0, max)) {
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

  /// Writes the drift that would be undone, then the drift that stays unless it is written with a
  /// refusal.
  private void writeDrift(ProcessPlan process, FieldChangeText effects) {
    List<FieldChange> undone = new ArrayList<>();
    boolean refused = !process.refusals().isEmpty();
    List<FieldChange> remaining = refused ? List.of() : EditConflict.otherEditsThatStay(process);
    List<FieldChange> converged = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (change.changedBy() == ChangedBy.CONVERGED) {
        converged.add(change);
      } else if (change.changedBy() == ChangedBy.DRIFT && change.isEffective()) {
        undone.add(change);
      }
    }
    if (!undone.isEmpty()) {
      page.wrap(2, 2, undoneHeading(process));
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
    int max = options.detail() ? people.size() : Plural.shown(people.size(), MAX_PEOPLE);
    for (PeopleChanges.PersonChanges person : people.subList(0, max)) {
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
    writeEditsBeforeStart(alike);
  }

  private void writeEditsBeforeStart(AlikeProcesses alike) {
    ManualStepText hands = ManualStepText.beforeStart(labels, alike);
    if (hands.steps().isEmpty()) {
      return;
    }
    if (!options.detail() && hands.steps().size() > MAX_STEPS) {
      String key = TerminalText.sanitize(alike.commandKey());
      page.wrap(2, 2, hands.beforeStartHeading() + ", each with its screen:");
      page.line("    " + labels.command("procc plan " + key + " --detail"));
      return;
    }
    page.wrap(2, 2, hands.beforeStartHeading() + ". " + ManualStepText.NO_LINK);
    hands.write(page, style, alike.othersText());
  }

  private void writeRefusals(AlikeProcesses alike) {
    for (PlanRefusal refusal : alike.refusals()) {
      PlanPhrases.writeRefusal(page, style, labels, refusal);
    }
  }

  /// Writes the calls, and what they assume.
  private void writeCalls(ProcessPlan process) {
    if (!process.safety().assumptions().isEmpty()) {
      page.wrap(
          2,
          2,
          "Assumes what is not documented: "
              + String.join(", ", process.safety().assumptions())
              + " (procc emulate --assumptions).");
    }
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
