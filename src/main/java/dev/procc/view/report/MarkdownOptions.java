package dev.procc.view.report;

import org.jspecify.annotations.Nullable;

/// How a plan is written for a pull request.
///
/// @param project what tells the comments of several projects apart
/// @param head the commit that was planned; absent where nobody said
/// @param limit characters that the host takes in one comment
public record MarkdownOptions(String project, @Nullable String head, int limit) {
  /// What GitHub takes.
  public static final int GITHUB = 65_536;

  public static final MarkdownOptions DEFAULT = new MarkdownOptions("", null, GITHUB);
}
