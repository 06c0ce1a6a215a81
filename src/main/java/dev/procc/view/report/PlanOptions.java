package dev.procc.view.report;

import org.jspecify.annotations.Nullable;

/// How a plan is shown.
///
/// @param groupBy what changes are put together by
/// @param detail whether everything is shown: every change, task and call
/// @param quiet 0: all; 1: a line a process and the sum; 2: the sum
/// @param savedTo the file the plan was saved to; absent where it was not
public record PlanOptions(GroupBy groupBy, boolean detail, int quiet, @Nullable String savedTo) {
  public static final PlanOptions DEFAULT = new PlanOptions(GroupBy.CAUSE, false, 0, null);

  /// What changes are put together by.
  public enum GroupBy {
    CAUSE,
    PROCESS,
    PERSON,
    DATE
  }
}
