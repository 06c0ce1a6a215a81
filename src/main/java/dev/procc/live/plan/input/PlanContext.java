package dev.procc.live.plan.input;

import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.PlanHeader;
import java.time.LocalDate;

/// Everything a plan depends on besides the processes.
///
/// @param names what people call the ids in the processes
/// @param settings what the target says about plans
/// @param overrides what the command line allows or asks for
/// @param lint what lint says about the definitions
public record PlanContext(
    PlanHeader header,
    DisplayNames names,
    PlanSettings settings,
    PlanOverrides overrides,
    LintStatus lint) {
  /// The name of the target.
  public String target() {
    return header.target();
  }

  /// The base URL of the API.
  public String apiUrl() {
    return header.apiUrl();
  }

  /// The day on which due dates are judged.
  public LocalDate asOf() {
    return header.asOf();
  }
}
