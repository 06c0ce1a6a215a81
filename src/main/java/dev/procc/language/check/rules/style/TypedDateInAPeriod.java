package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.TypedWords;
import dev.procc.language.resolve.LiteralArguments;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.model.calendar.Period;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A typed day in a process that has a new period each time.
public final class TypedDateInAPeriod extends ProcessRule {
  private static final String STAYS = " is typed, and would be the same in the next period";

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
      String text = date.text().text().strip();
      Origin typed = date.hasTypedYear() ? TypedWords.place(date.text().origin(), text) : null;
      if (typed != null) {
        findings.add(finding(date, typed.span(), period));
      }
    }
    for (ResolvedNode node : process.resolved().nodes().values()) {
      LiteralArguments.of(node).forEach(argument -> checkArgument(node, argument, findings));
    }
  }

  /// Reports a day that is sent as it is written.
  private void checkArgument(ResolvedNode node, Scalar argument, Findings findings) {
    LocalDate day = ScalarValues.date(argument.value());
    Origin typed = day == null ? null : TypedWords.place(argument.origin(), argument.value());
    if (day != null && typed != null) {
      findings.add(
          Finding.of(code(), typed.span(), DayText.format(day) + STAYS)
              .withAddress(node.address() + ":" + Fields.PROCESS_JOB_ARGUMENTS.name())
              .withHint("count from the period, as { date: WD3 }"));
    }
  }

  private Finding finding(ResolvedDate date, Span at, Period period) {
    String shown =
        date.isTyped() ? DayText.format(date.date()) : "\"" + date.text().text().strip() + "\"";
    Finding finding = Finding.of(code(), at, shown + STAYS).withAddress(date.field().toString());
    String equivalent = date.isTyped() ? equivalentExpression(date, period) : null;
    TextEdit edit = equivalent == null ? null : date.rewrite(equivalent);
    return edit == null || !at.equals(date.span())
        ? finding.withHint("count from the period, as WD3 or period.end + 2 weeks")
        : finding
            .withHint("write " + equivalent + ", or put it into the changes of the period")
            .withFix(Fix.unsafe("write " + equivalent, edit));
  }

  /// An expression with the same day in this period; null if there is none.
  private static @Nullable String equivalentExpression(ResolvedDate date, Period period) {
    if (date.date().equals(period.start())) {
      return date.spec().rolled("period.start");
    }
    if (date.date().equals(period.end())) {
      return date.spec().rolled("period.end");
    }
    OptionalInt workday = date.workday();
    return date.isSchedule() || workday.isEmpty() || Math.abs(workday.getAsInt()) > 60
        ? null
        : "WD" + workday.getAsInt();
  }
}
