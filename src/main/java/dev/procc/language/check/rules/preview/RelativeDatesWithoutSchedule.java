package dev.procc.language.check.rules.preview;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// `relativeDates: true` without a schedule: there is nothing to be relative to.
public final class RelativeDatesWithoutSchedule implements ProcessRule {
  private static final Code CODE = Code.info("PC509", "relative-dates-without-schedule");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    if (subject.sound()
        && ProcessFields.isTrue(subject, Fields.PROCESS_RELATIVE_DATES)
        && subject.resolved().dates().start() == null) {
      Span span = ProcessFields.span(subject, Fields.PROCESS_RELATIVE_DATES);
      Diagnostic found =
          Diagnostic.of(
                  CODE, span, "\"relativeDates: true\" moves nothing without a businessStartDate")
              .withHint("set it to false, or add businessStartDate and businessEndDate")
              .withAddress(subject.identity() + ":relativeDates");
      report.accept(
          span.text().equals("true")
              ? found.withFix(Fix.unsafe("set relativeDates to false", new Edit(span, "false")))
              : found);
    }
  }
}
