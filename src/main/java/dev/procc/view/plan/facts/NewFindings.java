package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import java.util.List;

/// The new findings of a change, for the end of a headline: above all, whether people would approve
/// their own work.
public final class NewFindings {
  /// The code of the rule about people who approve their own work.
  public static final String SELF_APPROVAL = "PC308";

  /// The code of the rule about dates on which somebody is away.
  public static final String AWAY = "PC309";

  private NewFindings() {}

  /// `; the same person would do and approve 1 task; 2 other new warnings`; empty if there are
  /// none. The tasks are named where the findings are.
  ///
  /// @param selfApproved the titles of the tasks in each finding about self-approval; empty for one
  ///   without
  /// @param whileAway the titles of the tasks in each finding about somebody who is away then
  /// @param errors the number of other findings that are errors
  /// @param warnings the number of other findings that are warnings
  public static String text(
      List<String> selfApproved, List<String> whileAway, int errors, int warnings) {
    String more = selfApproved.isEmpty() && whileAway.isEmpty() ? "new " : "other new ";
    return named(selfApproved, "the same person would do and approve ", "", "")
        + named(whileAway, "somebody is away when ", " is due", " are due")
        + (errors == 0 ? "" : "; " + Plural.of(errors, more + "error"))
        + (warnings == 0 ? "" : "; " + Plural.of(warnings, more + "warning"));
  }

  private static String named(List<String> about, String before, String one, String many) {
    if (about.isEmpty()) {
      return "";
    }
    int tasks = 0;
    for (String titles : about) {
      tasks += titles.split("; ", -1).length;
    }
    return "; " + before + Plural.of(tasks, "task") + Plural.choose(tasks, one, many);
  }
}
