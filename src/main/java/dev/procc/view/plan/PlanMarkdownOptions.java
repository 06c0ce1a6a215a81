package dev.procc.view.plan;

import org.jspecify.annotations.Nullable;

/// Options of a plan as a comment of a pull request.
///
/// @param project the project, which tells comments of several projects apart
/// @param head the commit that was planned; null if not known
/// @param limit bytes that a comment may have
public record PlanMarkdownOptions(String project, @Nullable String head, int limit) {
  /// Somewhat less than the 65,536 that GitHub takes in a comment.
  public static final int GITHUB_LIMIT = 65_000;

  public static final PlanMarkdownOptions DEFAULT = new PlanMarkdownOptions("", null, GITHUB_LIMIT);
}
