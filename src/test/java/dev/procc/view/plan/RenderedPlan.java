package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CommentForm;
import dev.procc.live.planfile.Plan;
import dev.procc.view.text.Style;

/// A plan in each of its formats, for tests that look for a fact in all of them.
final class RenderedPlan {
  private RenderedPlan() {}

  static String text(Plan plan, PlanOptions options) {
    return PlanText.render(plan, options, Style.PLAIN).toString();
  }

  static String text(Plan plan) {
    return text(plan, PlanOptions.DEFAULT);
  }

  static String text(Plan plan, PlanOptions.GroupBy groupBy) {
    return text(plan, new PlanOptions(groupBy, false, 0, null));
  }

  static String markdown(Plan plan) {
    return PlanMarkdown.render(plan, CommentForm.GITHUB).toString();
  }

  static String html(Plan plan) {
    return PlanHtml.render(plan, PlanOptions.DEFAULT).toString();
  }

  /// The text with each run of blanks and line ends as one blank.
  static String flat(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }

  static Json s(String text) {
    return Json.of(text);
  }
}
