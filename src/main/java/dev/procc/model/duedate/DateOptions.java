package dev.procc.model.duedate;

import dev.procc.base.finding.Severity;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.duedate.syntax.Roll;
import org.jspecify.annotations.Nullable;

/// The date settings of a project: the `dates` and `fiscalYear` of `procc.yaml`.
///
/// @param dayZero whether WD0 is the last business day of the period (and WD-1 the one before)
/// @param roll for results on a day off whose text gives no roll; `UNSPECIFIED`: they stay. A typed
///   date is never moved by it
/// @param outsideSchedule how much a due date outside the schedule matters
/// @param fiscal what FY means; null for nothing
/// @param origin the settings' text; null if there is none
public record DateOptions(
    boolean dayZero,
    Roll roll,
    Severity outsideSchedule,
    @Nullable FiscalRule fiscal,
    @Nullable Origin origin) {
  public static final DateOptions DEFAULT =
      new DateOptions(false, Roll.UNSPECIFIED, Severity.ERROR, null, null);
}
