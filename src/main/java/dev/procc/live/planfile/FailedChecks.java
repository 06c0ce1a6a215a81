package dev.procc.live.planfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The checks that controllers ask for and that a plan does not pass.
public final class FailedChecks {
  private static final Map<String, String> PHRASES = new LinkedHashMap<>();

  static {
    PHRASES.put("PC308", "somebody approves their own work");
    PHRASES.put("PC207", "a due date is on a closed day of its calendar");
    PHRASES.put("PC210", "something is due after the group or process it is in");
  }

  private FailedChecks() {}

  /// What they stop, after each: nothing; empty if nothing is applied anyway.
  public static String effect(Plan plan) {
    if (!plan.hasActions() || plan.isRefused()) {
      return "";
    }
    return plan.processes().stream().anyMatch(ProcessPlan::isRunPlan)
        ? " (this does not stop procc amend)"
        : " (this stops neither the merge nor the apply)";
  }

  /// Where the checks were made, if a run is shown that may differ: ` in the definition, not in the
  /// run`; empty if there is none.
  public static String place(Plan plan) {
    return plan.processes().stream()
            .anyMatch(process -> process.run() != null && !process.run().isSettled())
        ? " in the definition, not in the run"
        : "";
  }

  /// `somebody approves their own work: Provide commentary`, for each failed check.
  public static List<String> of(LintStatus lint) {
    List<String> failed = new ArrayList<>();
    PHRASES.forEach((code, phrase) -> {
      List<String> about = new ArrayList<>();
      boolean found = false;
      for (LintWarning warning : lint.warnings()) {
        if (warning.code().equals(code)) {
          found = true;
          if (!warning.about().isEmpty() && !about.contains(warning.about())) {
            about.add(warning.about());
          }
        }
      }
      if (found) {
        failed.add(phrase + (about.isEmpty() ? "" : ": " + String.join("; ", about)));
      }
    });
    return failed;
  }
}
