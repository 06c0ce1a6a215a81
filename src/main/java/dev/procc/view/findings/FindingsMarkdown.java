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
import org.jspecify.annotations.Nullable;

/// The comment of a pull request without a plan, with the reason. It replaces the plan that was
/// shown before, which is no longer true.
public final class FindingsMarkdown {
  private static final int MAX_FINDINGS = 50;

  private FindingsMarkdown() {}

  /// @param errors at least one
  /// @param target of the plan; empty if it is not known
  /// @param form of comments on the host
  /// @param command that shows all of them
  public static SafeText render(
      List<Finding> errors, String target, CommentForm form, String command) {
    return CommentMarkdown.render(List.of(() -> page(errors, target, command)), form, cut(command));
  }

  /// @param message the reason why the plan could not be made
  /// @param hint a way out; null if there is none
  public static SafeText render(
      String message, @Nullable String hint, String target, CommentForm form) {
    String reason = message + (hint == null ? "" : "; " + hint);
    return CommentMarkdown.render(
        List.of(() -> start("it could not be made", target).item().append(reason).line()),
        form,
        cut("procc plan"));
  }

  private static MarkdownText cut(String command) {
    return MarkdownText.strong("Cut to fit in a comment")
        .plus(": ")
        .plus(MarkdownText.code(command))
        .plus(" prints all of it.");
  }

  private static MarkdownPage start(String why, String target) {
    Json.Obj members = Json.object().put("v", 1).put("target", target).put("refused", true).build();
    MarkdownPage out = new MarkdownPage();
    out.append(MarkdownText.marker(PlanMarkdown.KIND, members)).line();
    out.heading(2).append("procc: no plan, " + why).paragraph();
    out.caution().strong("Merging changes nothing in Workiva");
    if (!target.isEmpty()) {
      out.append(" (target ").strong(target).append(")");
    }
    return out.append(": there is no plan until what is below is settled.").paragraph();
  }

  private static MarkdownPage page(List<Finding> errors, String target, String command) {
    List<Finding> lines = SameLine.fold(errors);
    MarkdownPage out = start(Plural.of(lines.size(), "error"), target);
    for (Finding finding : lines.subList(0, Math.min(MAX_FINDINGS, lines.size()))) {
      Span span = finding.span();
      out.item();
      if (span != null) {
        out.code(span.pathAndLine()).append(" ");
      }
      out.append(finding.code().id() + ": " + finding.messageWithPlaces());
      String hint = finding.hint();
      out.append(hint == null ? "" : "; " + hint).line();
    }
    int left = lines.size() - MAX_FINDINGS;
    if (left > 0) {
      out.item().append("and " + left + " more").line();
    }
    return out.line().append("All of them: ").code(command).line();
  }
}
