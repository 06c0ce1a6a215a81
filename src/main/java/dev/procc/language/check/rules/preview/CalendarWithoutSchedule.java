package dev.procc.language.check.rules.preview;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.yaml.Scalar;
import java.util.function.Consumer;

/// A calendar, and no schedule: its weekdays go on the wire, its holidays do not.
public final class CalendarWithoutSchedule implements ProcessRule {
  private static final Code CODE = Code.info("PC508", "calendar-without-schedule");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Scalar calendar = subject.resolved().decl().calendar();
    if (calendar == null
        || !subject.sound()
        || subject.resolved().dates().start() != null
        || subject.resolved().dates().tree().calendar().days().holidays().isEmpty()) {
      return;
    }
    report.accept(
        Diagnostic.of(
                CODE,
                calendar.span(),
                "\""
                    + calendar.value()
                    + "\" has holidays, and without a schedule none of them reaches Workiva")
            .withHint("add businessStartDate and businessEndDate")
            .withAddress(subject.identity()));
  }
}
