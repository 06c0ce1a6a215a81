package dev.procc.live.plan.input;

import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.ToolVersion;
import java.time.LocalDate;
import java.util.List;

/// Everything a plan depends on besides the processes.
///
/// @param tool the program
/// @param target the target
/// @param apiUrl base URL of the API
/// @param apiVersion the value of `X-Version`
/// @param createdAt RFC 3339, UTC
/// @param asOf the day on which due dates are looked at
/// @param checked what was checked and found right, in phrases that follow "Checked:"
/// @param lintWarningCount how many warnings of lint stand
/// @param lintWarnings the first of them
public record PlanContext(
    ToolVersion tool,
    String target,
    String apiUrl,
    String apiVersion,
    String createdAt,
    LocalDate asOf,
    DisplayNames names,
    PlanSettings settings,
    PlanOverrides overrides,
    List<String> checked,
    int lintWarningCount,
    List<LintWarning> lintWarnings) {
  public PlanContext {
    checked = List.copyOf(checked);
    lintWarnings = List.copyOf(lintWarnings);
  }
}
