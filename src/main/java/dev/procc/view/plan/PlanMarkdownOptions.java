package dev.procc.view.plan;

import org.jspecify.annotations.Nullable;

/// Options of a plan as a comment of a pull request.
///
/// @param project the project, which tells comments of several projects apart
/// @param head the commit that was planned; null if not known
/// @param limit characters that the host takes in one comment
public record PlanMarkdownOptions(String project, @Nullable String head, int limit) {
  /// The most characters that GitHub takes in a comment.
  public static final int GITHUB_LIMIT = 65_536;

  public static final PlanMarkdownOptions DEFAULT = new PlanMarkdownOptions("", null, GITHUB_LIMIT);
}
