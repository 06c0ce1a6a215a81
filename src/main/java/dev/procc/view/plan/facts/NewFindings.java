package dev.procc.view.plan.facts;

import dev.procc.base.text.Plural;
import java.util.List;

/// What a change has lint find anew, for the end of a headline: above all that somebody would
/// approve their own work.
public final class NewFindings {
  /// The rule that somebody approves their own work.
  public static final String SELF_APPROVAL = "PC308";

  private NewFindings() {}

  /// `; the same person would do and approve "Review"; 2 other new warnings`; empty where nothing
  /// is new.
  ///
  /// @param selfApproved the titles of the tasks of each finding that somebody approves their own
  ///   work; empty of one without
  /// @param errors how many others are errors
  /// @param warnings how many others are warnings
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
