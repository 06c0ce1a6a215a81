package dev.procc.view.plan;

import dev.procc.view.text.TextPage;
import org.jspecify.annotations.Nullable;

/// Options of the text of a plan.
///
/// @param groupBy what changes are grouped by
/// @param detail whether everything is shown: every change, task and call
/// @param quiet 0: all; 1: a line a process and the sum; 2: the sum
/// @param savedTo the file the plan was saved to; null if it was not
/// @param rerunArguments the arguments with which `procc apply` makes the same plan, after a blank;
///   empty if it needs none
/// @param columns how wide a line may be where it can be broken
public record PlanOptions(
    GroupBy groupBy,
    boolean detail,
    int quiet,
    @Nullable String savedTo,
    String rerunArguments,
    int columns) {
  /// The columns if the width of the terminal is not known.
  public static final int DEFAULT_COLUMNS = TextPage.DEFAULT_COLUMNS;

  public static final PlanOptions DEFAULT = new PlanOptions(GroupBy.CAUSE, false, 0, null);

  /// Options with the default width.
  public PlanOptions(GroupBy groupBy, boolean detail, int quiet, @Nullable String savedTo) {
    this(groupBy, detail, quiet, savedTo, "", DEFAULT_COLUMNS);
  }

  /// What changes are grouped by.
  public enum GroupBy {
    CAUSE,
    PROCESS,
    PERSON,
    DATE
  }
}
