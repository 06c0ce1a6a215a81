package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A typed day in a process that has a new period each time.
public final class TypedDateInAPeriod extends ProcessRule {
  public TypedDateInAPeriod() {
    super(Code.info("PC603", "typed-date-in-a-period"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Period period = process.resolved().period();
    if (period == null) {
      return;
    }
    for (ResolvedDate date : process.resolved().dates().dates()) {
      Span span = date.span();
      if (date.isTyped()
          && date.text().origin().layer() != Layer.ONE_OFF_CHANGE
          && span.text().equals(date.text().text())) {
        findings.add(finding(date, period));
      }
    }
  }

  private Finding finding(ResolvedDate date, Period period) {
    Finding finding =
        Finding.of(
                code(),
                date.span(),
                DayText.format(date.date()) + " is typed, and would be the same in the next period")
            .withAddress(date.field().toString());
    String equivalent = equivalentExpression(date, period);
    if (equivalent == null) {
      return finding.withHint("count from the period, as WD3 or period.end + 2 weeks");
    }
    TextEdit edit = date.rewrite(equivalent);
    return edit == null
        ? finding.withHint("write " + equivalent)
        : finding
            .withHint("write " + equivalent + ", or put it into the changes of the period")
            .withFix(Fix.unsafe("write " + equivalent, edit));
  }

  /// An expression with the same day in this period; null if there is none.
  private static @Nullable String equivalentExpression(ResolvedDate date, Period period) {
    if (date.date().equals(period.start())) {
      return "period.start";
    }
    if (date.date().equals(period.end())) {
      return "period.end";
    }
    OptionalInt workday = date.workday();
    return date.isSchedule() || workday.isEmpty() || Math.abs(workday.getAsInt()) > 60
        ? null
        : "WD" + workday.getAsInt();
  }
}
