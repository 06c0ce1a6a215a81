package dev.procc.view.plan;

import dev.procc.base.text.UrlText;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.RunCause;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TextPage;
import java.util.List;

/// The section of a comment about a run: what can be added, then the manual steps as boxes to tick.
final class RunMarkdown {
  private final MarkdownPage out;
  private final AlikeProcesses alike;
  private final ProcessPlan process;
  private final RunPlan run;
  private final PlanLabels labels;
  private final RunPlanText text;
  private final PlanMarkdownDetail level;

  private RunMarkdown(
      MarkdownPage out,
      AlikeProcesses alike,
      PlanLabels labels,
      RunPlan run,
      RunPlanText text,
      PlanMarkdownDetail level) {
    this.out = out;
    this.alike = alike;
    this.labels = labels;
    this.process = alike.told();
    this.run = run;
    this.text = text;
    this.level = level;
  }

  static void write(
      MarkdownPage out, AlikeProcesses alike, PlanLabels labels, PlanMarkdownDetail level) {
    RunPlan run = alike.told().run();
    if (run != null && run.isSettled() && alike.told().isRunPlan()) {
      RunPlanText text = new RunPlanText(new TextPage(), labels, Style.PLAIN, alike, run, true);
      text.remarks().forEach(sentence -> out.item().append(sentence).line());
      out.line();
    } else if (run != null && !run.isSettled() && !run.hasEnded()) {
      RunPlanText text = new RunPlanText(new TextPage(), labels, Style.PLAIN, alike, run, true);
      RunMarkdown section = new RunMarkdown(out, alike, labels, run, text, level);
      if (alike.told().isRunPlan()) {
        section.writeCauses();
      }
      section.writeAdditions(run.additions());
      section.writeManualSteps(run.manualSteps());
      section.writeRest();
    }
  }

  private void writeCauses() {
    List<RunCause> causes = RunCause.of(run);
    if (causes.isEmpty() || level.maxRows() == 0) {
      return;
    }
    out.table("Source", "Line", "Effect");
    for (RunCause cause : causes.subList(0, level.shown(causes.size()))) {
      out.row(
          MarkdownText.code(cause.location()),
          MarkdownText.code(cause.text()),
          MarkdownText.plain(cause.effect()));
    }
    level.writeMore(out, labels, causes.size());
  }

  private void writeAdditions(List<TaskAddition> additions) {
    if (additions.isEmpty()) {
      return;
    }
    out.heading(3)
        .append(
            !process.amends()
                ? "Can be added to the run"
                : process.refusals().isEmpty() ? "Added to the run" : RunPlanText.NOT_ADDED)
        .line();
    int shown = 0;
    for (TaskAddition addition : additions) {
      if (shown++ < level.shown(additions.size())) {
        int depth = 0;
        for (String line : text.additionLines(addition)) {
          out.item(depth).append(line).line();
          depth = 1;
        }
      }
    }
    level.writeMore(out, labels, additions.size());
  }

  private void writeManualSteps(List<ManualStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    out.heading(3).append("By hand, in Workiva").line();
    if (process.isRunPlan() && run.additions().isEmpty()) {
      out.append(text.steps().handsOnlyText()).paragraph();
    }
    if (!text.steps().orderText().isEmpty()) {
      out.append(text.steps().orderText() + ".").paragraph();
    }
    int shown = 0;
    for (ManualStep step : steps) {
      if (shown++ < level.shown(steps.size())) {
        writeStep(out, process, text.steps(), step, text.othersText());
      }
    }
    level.writeMore(out, labels, steps.size());
    writeEachRun();
  }

  /// Writes a step as a box to tick.
  ///
  /// @param others the same step in other processes, after a comma; empty if there are none
  static void writeStep(
      MarkdownPage out, ProcessPlan of, ManualStepText words, ManualStep step, String others) {
    out.box().number(step.number());
    writeTarget(out, of, step, true);
    out.append(words.remark(step)).append(others).line();
    for (String line : words.stepDetails(step)) {
      out.item(1).append(line.replace(" > ", " › ")).line();
    }
  }

  /// Writes the target of a step, with its link.
  private static void writeTarget(
      MarkdownPage out, ProcessPlan of, ManualStep step, boolean strong) {
    String title =
        step.title().isEmpty()
            ? PlanLabels.relativeAddress(of.identity(), step.address())
            : step.title();
    if (strong) {
      out.strong(title);
    } else {
      out.append(title);
    }
    String link = step.target().permalink();
    if (link != null && UrlText.isWebAddress(link)) {
      out.append(" (").append(MarkdownText.link("open", link)).append(")");
    }
  }

  /// Writes the steps of each of many runs, foldable and with boxes to tick.
  private void writeEachRun() {
    if (!alike.isMany() || run.manualSteps().isEmpty() || level.maxRows() == 0) {
      return;
    }
    out.details("The steps in each of the " + alike.processes().size());
    for (ProcessPlan each : alike.processes()) {
      RunPlan own = each.run();
      if (own != null) {
        out.item().code(each.identity()).line();
        for (ManualStep step : own.manualSteps()) {
          out.item(1).append(step.number() + ": ");
          writeTarget(out, each, step, false);
          out.line();
        }
      }
    }
    out.endDetails();
  }

  /// Writes what stays, what follows for people, and how the steps are confirmed.
  private void writeRest() {
    for (String sentence : text.remarks()) {
      out.item().append(sentence).line();
    }
    out.item().append(text.sideEffectsText()).line();
    if (!run.manualSteps().isEmpty()) {
      out.item()
          .append("Afterwards: ")
          .code(labels.command("procc status " + alike.commandKey() + " --confirm"))
          .append(alike.isMany() ? ", for each key," : "")
          .append(" reads back what was done and records it")
          .line();
    }
    out.line();
  }
}
