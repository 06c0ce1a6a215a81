package dev.procc.view.impact;

import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.view.plan.FieldChangeText;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.LoosenedGuardsText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// The difference between two versions of the definitions as text: for each process the lines that
/// cause changes with their effects, and the plan as if the first version were live.
public final class DiffText {
  private static final int MAX_WAYS = 6;

  private final Plan plan;
  private final PlanLabels labels;
  private final boolean detail;
  private final Style style;
  private final TextPage page = new TextPage();

  private DiffText(Plan plan, boolean detail, Style style) {
    this.plan = plan;
    this.labels = new PlanLabels(plan);
    this.detail = detail;
    this.style = style;
  }

  /// The text, with a line end at the end.
  ///
  /// @param from the first version, in words
  /// @param to the second version, in words
  /// @param detail whether every name is listed
  public static SafeText render(Plan plan, String from, String to, boolean detail, Style style) {
    return new DiffText(plan, detail, style).render(from, to);
  }

  private SafeText render(String from, String to) {
    page.wrap(
        0, 2, "procc diff   " + TerminalText.sanitize(from) + " -> " + TerminalText.sanitize(to));
    page.blank();
    LoosenedGuardsText.write(page, plan.loosened(), style);
    List<ProcessPlan> shown = new ArrayList<>(plan.processes());
    shown.removeIf(process -> !process.hasActions() && process.warnings().isEmpty());
    ImpactPhrases.groups(shown, detail).forEach(this::write);
    page.wrap(0, 2, "If nobody has edited Workiva: " + ImpactPhrases.summaryLine(plan.summary()));
    return page.toText();
  }

  private void write(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    page.wrap(0, 2, ImpactPhrases.heading(alike, style));
    page.wrap(2, 2, TerminalText.sanitize(ImpactPhrases.outcomeText(alike, labels)));
    if (process.replaces()) {
      WaysText.writeKeeping(page, alike, labels, MAX_WAYS, "procc diff --detail");
    }
    FieldChangeText effects = new FieldChangeText(labels, style, process, detail);
    for (CauseGroup group : CauseGroup.of(CauseGroup.effectiveChanges(process))) {
      page.wrap(2, 2, group.heading(style));
      effects.write(page, group.changes(), -1);
    }
    page.blank();
  }
}
