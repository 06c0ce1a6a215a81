package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import java.time.LocalDate;
import java.util.function.Consumer;

/// PC219: a due date that is not after the day of the run. The API's own example of a validation
/// error is INVALID_DUE_DATE, "Due date must be in the future".
final class DueDatePassed implements DateCheck {
  private final LocalDate asOf;

  DueDatePassed(LocalDate asOf) {
    this.asOf = asOf;
  }

  @Override
  public Code code() {
    return DateCodes.DUE_DATE_PASSED;
  }

  @Override
  public void check(DateResolution resolution, Consumer<Finding> findings) {
    for (ResolvedDate date : resolution.dates()) {
      if (!date.isSchedule() && !date.date().isAfter(asOf)) {
        boolean near = !date.date().isBefore(asOf.minusDays(1));
        Finding about =
            DateCheck.finding(
                code(),
                date,
                "Due " + DayText.format(date.date()) + ", not after " + DayText.format(asOf));
        findings.accept(
            near
                ? about.withHint("where its day ends is the server's zone: not documented")
                : about);
      }
    }
  }
}
