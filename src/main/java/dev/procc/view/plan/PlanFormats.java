package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CommentForm;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.util.List;

/// The output formats of a plan. A new one takes its class, its name and its line here.
public final class PlanFormats {
  /// The names, the default first, as values of `--format` of `procc show`.
  public static final List<String> NAMES = List.of("text", "json", "markdown", "html");

  private PlanFormats() {}

  /// The plan in a format, with a line end at the end; as text if the format is unknown.
  ///
  /// @param options only for text
  /// @param style only for text
  public static SafeText render(String name, Plan plan, PlanOptions options, Style style) {
    return switch (name) {
      case "json" -> SafeText.json(PlanFile.toJson(plan));
      case "markdown" -> PlanMarkdown.render(plan, CommentForm.GITHUB);
      case "html" -> PlanHtml.render(plan, options);
      case "counts" -> SafeText.json(counts(plan.summary()));
      default -> PlanText.render(plan, options, style);
    };
  }

  /// The input of GitLab's widget for infrastructure changes; a replacement counts as a creation
  /// and a deletion.
  private static Json counts(PlanSummary summary) {
    return Json.object()
        .put("create", summary.create() + summary.replace())
        .put("update", summary.patch() + summary.rename() + summary.amend())
        .put("delete", summary.trash() + summary.replace())
        .build();
  }
}
