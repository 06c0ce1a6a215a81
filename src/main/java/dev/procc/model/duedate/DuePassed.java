package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import java.time.LocalDate;
import java.util.function.Consumer;

/// PC219: a due date that is not after the day of the run. The API's own example of a validation
/// error is INVALID_DUE_DATE, "Due date must be in the future".
final class DuePassed implements DateCheck {
  private final LocalDate asOf;

  DuePassed(LocalDate asOf) {
    this.asOf = asOf;
  }

  @Override
  public Code code() {
    return DateCodes.DUE_DATE_PASSED;
  }

  @Override
  public void check(Resolution resolution, Consumer<Diagnostic> found) {
    for (ResolvedDate date : resolution.dates()) {
      if (!date.schedule() && !date.date().isAfter(asOf)) {
        boolean near = !date.date().isBefore(asOf.minusDays(1));
        Diagnostic about =
            DateCheck.about(
                code(), date, "Due " + DayText.of(date.date()) + ", not after " + DayText.of(asOf));
        found.accept(
            near
                ? about.withHint("where its day ends is the server's zone: not documented")
                : about);
      }
    }
  }
}
