package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.yaml.node.Scalar;

/// A calendar without a schedule: its weekdays are sent, but not its holidays.
public final class CalendarWithoutSchedule extends ProcessRule {
  public CalendarWithoutSchedule() {
    super(Code.info("PC508", "calendar-without-schedule"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Scalar calendar = process.resolved().decl().calendar();
    if (calendar == null
        || !process.hasNoSchedule()
        || process.resolved().dates().tree().calendar().days().holidays().isEmpty()) {
      return;
    }
    findings.add(
        Finding.of(
                code(),
                calendar.span(),
                "\""
                    + calendar.value()
                    + "\" has holidays, and without a schedule none of them reaches Workiva")
            .withHint("add businessStartDate and businessEndDate")
            .withAddress(process.identity()));
  }
}
