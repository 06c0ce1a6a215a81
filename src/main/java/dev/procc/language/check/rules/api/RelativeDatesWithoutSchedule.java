package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.Fields;

/// `relativeDates: true` without a schedule to which dates could be relative.
public final class RelativeDatesWithoutSchedule extends ProcessRule {
  public RelativeDatesWithoutSchedule() {
    super(Code.info("PC509", "relative-dates-without-schedule"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    if (ProcessFields.isTrue(process, Fields.PROCESS_RELATIVE_DATES) && process.hasNoSchedule()) {
      Span span = ProcessFields.span(process, Fields.PROCESS_RELATIVE_DATES);
      Finding finding =
          Finding.of(
                  code(), span, "\"relativeDates: true\" moves nothing without a businessStartDate")
              .withHint("set it to false, or add businessStartDate and businessEndDate")
              .withAddress(process.identity() + ":relativeDates");
      findings.add(
          span.text().equals("true")
              ? finding.withFix(
                  Fix.unsafe("set relativeDates to false", new TextEdit(span, "false")))
              : finding);
    }
  }
}
