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
/// @param lastApplied the third value beside the live one and that of the definition
public record PlanContext(
    PlanHeader header,
    DisplayNames names,
    PlanSettings settings,
    PlanOverrides overrides,
    LintStatus lint,
    LastAppliedValues lastApplied) {
  /// Where no value that was last applied is on record.
  public PlanContext(
      PlanHeader header,
      DisplayNames names,
      PlanSettings settings,
      PlanOverrides overrides,
      LintStatus lint) {
    this(header, names, settings, overrides, lint, LastAppliedValues.NONE);
  }

  /// The same where no flag allows anything.
  public PlanContext withoutOverrides() {
    return new PlanContext(header, names, settings, PlanOverrides.NONE, lint, lastApplied);
  }

  /// The limits that hold, of the definitions where no flag sets another.
  public SafetyLimits limits() {
    return settings.limits().under(overrides.limits());
  }

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
