package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.live.codehost.CommentForm;
import dev.procc.view.plan.PlanMarkdown;
import dev.procc.view.text.CommentMarkdown;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.SafeText;
import java.util.List;

/// Errors as the comment of a pull request that has no plan because of them. It takes the place of
/// the plan that was shown before.
public final class FindingsMarkdown {
  private static final int MAX_FINDINGS = 50;
  private static final String CUT = "**Cut to fit in a comment**: `procc lint` prints all of it.";

  private FindingsMarkdown() {}

  /// @param errors at least one
  /// @param target that was to be planned
  /// @param form what the host takes
  public static SafeText render(List<Finding> errors, String target, CommentForm form) {
    return CommentMarkdown.render(List.of(() -> text(errors, target)), form, CUT);
  }

  private static String text(List<Finding> errors, String target) {
    Json.Obj members = Json.object().put("v", 1).put("target", target).put("refused", true).build();
    StringBuilder out = new StringBuilder(CommentMarkdown.marker(PlanMarkdown.KIND, members));
    out.append("\n## procc: no plan, ");
    out.append(Plural.of(errors.size(), "error")).append("\n\n");
    for (Finding finding : errors.subList(0, Math.min(MAX_FINDINGS, errors.size()))) {
      Span span = finding.span();
      out.append("- ");
      if (span != null) {
        out.append(MarkdownText.code(span.pathAndLine())).append(' ');
      }
      out.append(finding.code().id()).append(": ").append(MarkdownText.plain(finding.message()));
      String hint = finding.hint();
      out.append(hint == null ? "" : "; " + MarkdownText.plain(hint)).append('\n');
    }
    int left = errors.size() - MAX_FINDINGS;
    out.append(left > 0 ? "- and " + left + " more\n" : "");
    return out.append("\nAll of them: `procc lint`\n").toString();
  }
}
