package dev.procc.view.plan;

import dev.procc.view.text.TextPage;
import org.jspecify.annotations.Nullable;

/// How a plan is shown.
///
/// @param groupBy what changes are put together by
/// @param detail whether everything is shown: every change, task and call
/// @param quiet 0: all; 1: a line a process and the sum; 2: the sum
/// @param savedTo the file the plan was saved to; absent where it was not
/// @param rerunArguments what apply has to be told to make the same plan: a blank and words; empty
///   where there is nothing
/// @param columns how wide a line may be where it can be broken
public record PlanOptions(
    GroupBy groupBy,
    boolean detail,
    int quiet,
    @Nullable String savedTo,
    String rerunArguments,
    int columns) {
  /// The columns where nobody says how wide the terminal is.
  public static final int DEFAULT_COLUMNS = TextPage.DEFAULT_COLUMNS;

  public static final PlanOptions DEFAULT = new PlanOptions(GroupBy.CAUSE, false, 0, null);

  /// As wide as where nobody looks.
  public PlanOptions(GroupBy groupBy, boolean detail, int quiet, @Nullable String savedTo) {
    this(groupBy, detail, quiet, savedTo, "", DEFAULT_COLUMNS);
  }

  /// What changes are put together by.
  public enum GroupBy {
    CAUSE,
    PROCESS,
    PERSON,
    DATE
  }
}
