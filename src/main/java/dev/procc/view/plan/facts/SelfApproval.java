package dev.procc.view.plan.facts;

import java.util.List;

/// That a change has somebody approve their own work: what no headline leaves out.
public final class SelfApproval {
  /// The rule that finds it.
  public static final String CODE = "PC308";

  private SelfApproval() {}

  /// `; the same person would do and approve "Review"`; empty where it happens nowhere.
  ///
  /// @param about the titles of the tasks of each finding; empty of one without
  public static String text(List<String> about) {
    if (about.isEmpty()) {
      return "";
    }
    String first = about.getFirst();
    boolean isOne = about.size() == 1 && !first.isEmpty() && !first.contains(";");
    return "; the same person would do and approve "
        + (isOne ? PlanLabels.quote(first) : "several tasks");
  }
}
