package dev.procc.view.plan;

import dev.procc.view.text.TextPage;
import org.jspecify.annotations.Nullable;

/// The options of the text of a plan.
///
/// @param groupBy the grouping of changes
/// @param detail whether everything is shown: every change, task and call
/// @param quiet 0 for everything; 1 for one line a process and the totals; 2 for the totals
/// @param savedTo the file of the saved plan; null if it was not saved
/// @param rerunArguments the arguments with which `procc apply` makes the same plan, after a blank;
///   empty if it needs none
/// @param project the words by which other commands work on the same project
/// @param columns the width for lines that can be broken
public record PlanOptions(
    GroupBy groupBy,
    boolean detail,
    int quiet,
    @Nullable String savedTo,
    String rerunArguments,
    Project project,
    int columns) {
  /// The width if that of the terminal is unknown.
  public static final int DEFAULT_COLUMNS = TextPage.DEFAULT_COLUMNS;

  public static final PlanOptions DEFAULT = new PlanOptions(GroupBy.CAUSE, false, 0, null);

  /// Options with the default width.
  public PlanOptions(GroupBy groupBy, boolean detail, int quiet, @Nullable String savedTo) {
    this(groupBy, detail, quiet, savedTo, "", Project.HERE, DEFAULT_COLUMNS);
  }

  /// The project of a command, in the words that were given, each after a blank.
  ///
  /// @param folder ` -C DIR --config FILE`
  /// @param target ` --target NAME`
  public record Project(String folder, String target) {
    /// The project in this folder, with its default target.
    public static final Project HERE = new Project("", "");

    /// Both.
    String words() {
      return folder + target;
    }
  }

  /// The grouping of changes.
  public enum GroupBy {
    CAUSE,
    PROCESS,
    PERSON,
    DATE
  }
}
