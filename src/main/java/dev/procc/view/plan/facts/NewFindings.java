package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import java.util.List;

/// The new findings of a change, for the end of a headline: above all, whether people would approve
/// their own work.
public final class NewFindings {
  /// The code of the rule about people who approve their own work.
  public static final String SELF_APPROVAL = "PC308";

  private NewFindings() {}

  /// `; the same person would do and approve "Review"; 2 other new warnings`; empty if there are
  /// none.
  ///
  /// @param selfApproved the titles of the tasks in each finding about self-approval; empty for one
  ///   without
  /// @param errors the number of other findings that are errors
  /// @param warnings the number of other findings that are warnings
  public static String text(List<String> selfApproved, int errors, int warnings) {
    String more = selfApproved.isEmpty() ? "new " : "other new ";
    return selfApproval(selfApproved)
        + (errors == 0 ? "" : "; " + Plural.of(errors, more + "error"))
        + (warnings == 0 ? "" : "; " + Plural.of(warnings, more + "warning"));
  }

  private static String selfApproval(List<String> about) {
    if (about.isEmpty()) {
      return "";
    }
    String first = about.getFirst();
    boolean isOne = about.size() == 1 && !first.isEmpty() && !first.contains(";");
    return "; the same person would do and approve "
        + (isOne ? PlanLabels.quote(first) : "several tasks");
  }
}
