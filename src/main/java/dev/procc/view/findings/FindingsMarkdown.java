package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.live.codehost.CommentForm;
import dev.procc.view.plan.PlanMarkdown;
import dev.procc.view.text.CommentMarkdown;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.SafeText;
import java.util.List;

/// Errors as the comment of a pull request that has no plan because of them. It takes the place of
/// the plan that was shown before.
public final class FindingsMarkdown {
  private static final int MAX_FINDINGS = 50;
  private static final MarkdownText CUT =
      MarkdownText.strong("Cut to fit in a comment")
          .plus(": ")
          .plus(MarkdownText.code("procc lint"))
          .plus(" prints all of it.");

  private FindingsMarkdown() {}

  /// @param errors at least one
  /// @param target that was to be planned
  /// @param form what the host takes
  public static SafeText render(List<Finding> errors, String target, CommentForm form) {
    return CommentMarkdown.render(List.of(() -> page(errors, target)), form, CUT);
  }

  private static MarkdownPage page(List<Finding> errors, String target) {
    Json.Obj members = Json.object().put("v", 1).put("target", target).put("refused", true).build();
    MarkdownPage out = new MarkdownPage();
    out.append(MarkdownText.marker(PlanMarkdown.KIND, members)).line();
    out.heading(2).append("procc: no plan, " + Plural.of(errors.size(), "error")).paragraph();
    for (Finding finding : errors.subList(0, Math.min(MAX_FINDINGS, errors.size()))) {
      Span span = finding.span();
      out.item();
      if (span != null) {
        out.code(span.pathAndLine()).append(" ");
      }
      out.append(finding.code().id() + ": " + finding.message());
      String hint = finding.hint();
      out.append(hint == null ? "" : "; " + hint).line();
    }
    int left = errors.size() - MAX_FINDINGS;
    if (left > 0) {
      out.item().append("and " + left + " more").line();
    }
    return out.line().append("All of them: ").code("procc lint").line();
  }
}
