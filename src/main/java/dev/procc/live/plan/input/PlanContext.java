package dev.procc.live.plan.input;

import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.PlanHeader;
import java.time.LocalDate;

/// The context of a plan: everything it depends on besides the processes.
///
/// @param names for the ids in the processes
/// @param settings of the target for plans
/// @param overrides from the command line
/// @param lint the result of linting the definitions
/// @param lastApplied the third value, besides the live one and the definition's
public record PlanContext(
    PlanHeader header,
    DisplayNames names,
    PlanSettings settings,
    PlanOverrides overrides,
    LintStatus lint,
    LastAppliedValues lastApplied) {
  /// A context without known last applied values.
  public PlanContext(
      PlanHeader header,
      DisplayNames names,
      PlanSettings settings,
      PlanOverrides overrides,
      LintStatus lint) {
    this(header, names, settings, overrides, lint, LastAppliedValues.NONE);
  }

  /// A copy without overrides.
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

  /// The day of the plan, and the time zone of the project.
  public ProjectDay day() {
    return new ProjectDay(asOf(), settings.zone());
  }

  /// The day with which due dates are compared.
  public LocalDate asOf() {
    return header.asOf();
  }
}
