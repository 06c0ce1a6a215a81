package dev.procc.language.check.rules.style;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.ResolvedDate;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A date that somebody typed, in a process that is opened anew each period.
public final class TypedDate implements ProcessRule {
  private static final Code CODE = Code.info("PC603", "typed-date-in-a-period");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Period period = subject.resolved().period();
    if (period == null) {
      return;
    }
    for (ResolvedDate date : subject.resolved().dates().dates()) {
      Span span = date.span();
      if (date.typed()
          && date.text().origin().layer() != Layer.CHANGE
          && span.text().equals(date.text().text())) {
        report.accept(found(date, period));
      }
    }
  }

  private static Diagnostic found(ResolvedDate date, Period period) {
    Diagnostic found =
        Diagnostic.of(
                CODE,
                date.span(),
                DayText.of(date.date()) + " is typed, and would be the same in the next period")
            .withAddress(date.field().toString());
    String other = other(date, period);
    if (other == null) {
      return found.withHint("count from the period, as WD3 or period.end + 2 weeks");
    }
    Edit edit = date.rewrite(other);
    return edit == null
        ? found.withHint("write " + other)
        : found
            .withHint("write " + other + ", or put it into the changes of the period")
            .withFix(Fix.unsafe("write " + other, edit));
  }

  /// What gives the same day in this period.
  private static @Nullable String other(ResolvedDate date, Period period) {
    if (date.date().equals(period.start())) {
      return "period.start";
    }
    if (date.date().equals(period.end())) {
      return "period.end";
    }
    OptionalInt workday = date.workday();
    return date.schedule() || workday.isEmpty() || Math.abs(workday.getAsInt()) > 60
        ? null
        : "WD" + workday.getAsInt();
  }
}
