package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import java.time.LocalDate;

/// PC219: a due date that is not after the day on which definitions are checked; without such a
/// day, nothing is reported. The API's own example of a validation error is INVALID_DUE_DATE, "Due
/// date must be in the future".
public final class DueDatePassed extends ProcessRule {
  public DueDatePassed() {
    super(DateCodes.DUE_DATE_PASSED);
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    LocalDate asOf = process.asOf();
    if (asOf != null) {
      check(process.resolved().dates(), asOf, findings);
    }
  }

  void check(DateResolution resolution, LocalDate asOf, Findings findings) {
    for (ResolvedDate date : resolution.dates()) {
      if (!date.isSchedule() && !date.date().isAfter(asOf)) {
        boolean near = !date.date().isBefore(asOf.minusDays(1));
        Finding finding =
            DateRule.finding(
                code(),
                date,
                "Due "
                    + DayText.format(date.date())
                    + (date.date().equals(asOf)
                        ? ", the day of this check itself"
                        : ", and it is " + DayText.format(asOf) + " already"));
        findings.add(
            near
                ? finding.withHint(
                    "if Workiva refuses it, a later day is needed: in which time zone a day ends is"
                        + " not documented")
                : finding);
      }
    }
  }
}
