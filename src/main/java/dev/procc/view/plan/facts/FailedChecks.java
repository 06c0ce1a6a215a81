package dev.procc.view.plan.facts;

import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.LintWarning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The checks that controllers ask for and that a plan does not pass.
public final class FailedChecks {
  private static final Map<String, String> PHRASES = new LinkedHashMap<>();

  static {
    PHRASES.put(NewFindings.SELF_APPROVAL, "somebody approves their own work");
    PHRASES.put("PC207", "a due date is on a closed day of its calendar");
    PHRASES.put("PC210", "something is due after the group or process it is in");
  }

  private FailedChecks() {}

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
