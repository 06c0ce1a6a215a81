package dev.procc.view.plan;

import org.jspecify.annotations.Nullable;

/// How a plan is written for a pull request.
///
/// @param project what tells the comments of several projects apart
/// @param head the commit that was planned; absent where nobody said
/// @param limit characters that the host takes in one comment
public record PlanMarkdownOptions(String project, @Nullable String head, int limit) {
  /// What GitHub takes.
  public static final int GITHUB_LIMIT = 65_536;

  public static final PlanMarkdownOptions DEFAULT = new PlanMarkdownOptions("", null, GITHUB_LIMIT);
}
