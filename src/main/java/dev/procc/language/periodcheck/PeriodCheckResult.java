package dev.procc.language.periodcheck;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of checking processes in many periods.
///
/// @param requested how many processes in how many periods were looked at: 2 processes in 48
///   periods are 96
/// @param checked how many of them were checked; the others are in `notes`
/// @param findings each cause once, in reading order
/// @param notes what was not checked, and why
/// @param suppressed findings in these periods that a suppression covers
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

  /// A finding with the periods that have it.
  ///
  /// @param finding as in the first period in which it shows, with the others in its hint
  /// @param periods the keys of the periods in which it shows, in their order
  /// @param date the date at fault in the first of them; null if it is about no date
  public record PeriodFinding(Finding finding, List<String> periods, @Nullable ResolvedDate date) {
    public PeriodFinding {
      periods = List.copyOf(periods);
    }
  }
}
