package dev.procc.language.periodcheck;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of checking processes in many periods.
///
/// @param requested the number of checks that were requested: 96 for 2 processes in 48 periods
/// @param checked the number of those that were made; `notes` has the others
/// @param findings one for each cause, in reading order
/// @param notes what was not checked, and why
/// @param suppressed findings in these periods that are suppressed
public record PeriodCheckResult(
    int requested,
    int checked,
    List<PeriodFinding> findings,
    List<Finding> notes,
    List<SuppressedFinding> suppressed) {
  public PeriodCheckResult {
    suppressed = List.copyOf(suppressed);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /// A finding with the periods in which it occurs.
  ///
  /// @param finding as in the first of these periods, with the others in its hint
  /// @param periods their keys, in order
  /// @param date the faulty date in the first of them; null if it is not about a date
  public record PeriodFinding(Finding finding, List<String> periods, @Nullable ResolvedDate date) {
    public PeriodFinding {
      periods = List.copyOf(periods);
    }
  }
}
