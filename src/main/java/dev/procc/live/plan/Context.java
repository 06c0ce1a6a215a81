package dev.procc.live.plan;

import dev.procc.live.planfile.StandingWarning;
import dev.procc.live.planfile.Tool;
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
/// @param standingWarnings how many warnings of lint stand
/// @param warnings the first of them
public record Context(
    Tool tool,
    String target,
    String apiUrl,
    String apiVersion,
    String createdAt,
    LocalDate asOf,
    Names names,
    Settings settings,
    Overrides overrides,
    List<String> checked,
    int standingWarnings,
    List<StandingWarning> warnings) {
  public Context {
    checked = List.copyOf(checked);
    warnings = List.copyOf(warnings);
  }
}
