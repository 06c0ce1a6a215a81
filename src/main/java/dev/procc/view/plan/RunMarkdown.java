package dev.procc.view.plan;

import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import dev.procc.view.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/// The section of a comment about a run: what can be added, then the manual steps as boxes to tick.
final class RunMarkdown {
  private final StringBuilder out;
  private final ProcessPlan process;
  private final PlanLabels labels;
  private final PlanMarkdownDetail level;

  private RunMarkdown(
      StringBuilder out, ProcessPlan process, PlanLabels labels, PlanMarkdownDetail level) {
    this.out = out;
    this.process = process;
    this.labels = labels;
    this.level = level;
  }

  static void write(
      StringBuilder out, ProcessPlan process, PlanLabels labels, PlanMarkdownDetail level) {
    RunPlan run = process.run();
    if (run != null && !run.isSettled() && !run.hasEnded()) {
      RunMarkdown text = new RunMarkdown(out, process, labels, level);
      text.writeAdditions(run.additions());
      text.writeManualSteps(run.manualSteps());
    }
  }

  private void writeAdditions(List<TaskAddition> additions) {
    if (additions.isEmpty()) {
      return;
    }
    out.append(process.amends() ? "### Added to the run\n" : "### Can be added to the run\n");
    int shown = 0;
    for (TaskAddition addition : additions) {
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
    level.writeMore(out, additions.size());
  }

  private void writeManualSteps(List<ManualStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    out.append("### By hand, in Workiva\n");
    int shown = 0;
    for (ManualStep step : steps) {
      if (shown++ < level.maxRows()) {
        writeManualStep(step);
      }
    }
    level.writeMore(out, steps.size());
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
}
