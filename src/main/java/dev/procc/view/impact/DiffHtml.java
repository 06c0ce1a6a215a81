package dev.procc.view.impact;

import dev.procc.live.planfile.Plan;
import dev.procc.view.plan.PlanHtml;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.SafeText;
import java.util.List;

/// The difference between two versions of the definitions as an HTML page without external scripts,
/// fonts or images.
public final class DiffHtml {
  private DiffHtml() {}

  /// @param from the first version, in words
  /// @param to the second version, in words
  public static SafeText render(Plan plan, String from, String to) {
    PlanLabels labels = new PlanLabels(plan);
    return PlanHtml.renderComparison(
        plan,
        new PlanHtml.Comparison(
            "diff",
            from + " -> " + to,
            "",
            List.of(),
            "If nobody has edited Workiva: " + ImpactPhrases.summaryLine(plan.summary())),
        alike -> ImpactPhrases.outcomeText(alike, labels));
  }
}
