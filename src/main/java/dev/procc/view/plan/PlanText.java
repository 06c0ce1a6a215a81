package dev.procc.view.plan;

import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.LoosenedGuardsText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.SharedCauses;
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

  private final Plan plan;
  private final PlanOptions options;
  private final Style style;
  private final PlanLabels labels;
  private final TextPage page;

  private PlanText(Plan plan, PlanOptions options, Style style) {
    this.plan = plan;
    this.options = options;
    this.style = style;
    this.labels = new PlanLabels(plan, options.project().words());
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
      if (options.quiet() == 0) {
        PlanPhrases.writeRefusals(page, plan, options, style);
        page.blank();
      }
      if (options.quiet() == 0 && shown().size() > 1 && !plan.isRefused()) {
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
        new ProcessText(page, plan, labels, style, options).write(alike);
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
    List<ProcessPlan> refused = new ArrayList<>(plan.processes());
    refused.removeIf(process -> process.refusals().isEmpty());
    refused.forEach(this::writeBesideChanges);
    if (plan.isRefused() && plan.hasActions()) {
      page.blank();
      page.line("  " + PlanPhrases.NOT_APPLIED + ":");
    }
    GroupedChangesText.write(page, plan, labels, style, options);
    for (ProcessPlan process : plan.processes()) {
      if (!refused.contains(process)) {
        writeBesideChanges(process);
      }
    }
    page.blank();
  }

  private void writeBesideChanges(ProcessPlan process) {
    TextPage beside = new TextPage(options.columns());
    new ProcessText(beside, plan, labels, style, options).writeBesideChanges(process);
    if (!beside.isEmpty() && plan.processes().size() > 1) {
      writeHeading(process);
    }
    page.append(beside.toText());
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
            + refusedLabel(told));
    page.wrap(2, 0, TerminalText.sanitize(alike.keys("--detail")));
  }

  private void writeHeading(ProcessPlan process) {
    String name =
        process.name().isEmpty() ? "" : "  \"" + TerminalText.sanitize(process.name()) + "\"";
    page.line(
        style.bold(TerminalText.sanitize(process.identity()))
            + name
            + "   "
            + PlanPhrases.outcomeLabel(process, style)
            + refusedLabel(process));
  }

  /// `, refused`; for a process that waits for one that is refused, `, not applied`.
  private String refusedLabel(ProcessPlan process) {
    return !process.refusals().isEmpty()
        ? style.red(", refused")
        : PlanPhrases.isHeldUp(plan, process) ? style.red(", not applied") : "";
  }
}
