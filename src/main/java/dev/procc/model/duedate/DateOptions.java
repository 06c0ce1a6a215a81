package dev.procc.model.duedate;

import dev.procc.base.finding.Severity;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.duedate.syntax.Roll;
import org.jspecify.annotations.Nullable;

/// The date settings of a project: `dates` and `fiscalYear` in `procc.yaml`.
///
/// @param dayZero whether WD0 is the last business day of the period (and WD-1 the one before)
/// @param roll for a result on a closed day whose expression has no roll; `UNSPECIFIED` leaves it
///   there. Typed dates are never rolled by it
/// @param outsideSchedule the severity of a due date outside the schedule
/// @param fiscal the fiscal years; null if the project has none
/// @param origin of the settings; null if there are none
public record DateOptions(
    boolean dayZero,
    Roll roll,
    Severity outsideSchedule,
    @Nullable FiscalRule fiscal,
    @Nullable Origin origin) {
  public static final DateOptions DEFAULT =
      new DateOptions(false, Roll.UNSPECIFIED, Severity.ERROR, null, null);
}
