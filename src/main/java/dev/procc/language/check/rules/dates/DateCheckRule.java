package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.duedate.syntax.DateCodes;
import java.time.LocalDate;
import java.util.function.Consumer;

/// A law of the date language as a rule.
public record DateCheckRule(DateCheck dateCheck) implements ProcessRule {
  @Override
  public Code code() {
    return dateCheck.code();
  }

  @Override
  public void check(ProcessContext process, Consumer<Finding> report) {
    dateCheck.check(process.resolved().dates(), report);
  }

  /// Due dates lie after the day the definitions are judged on; without a day nothing is said.
  public static ProcessRule dueDatePassed() {
    return new ProcessRule() {
      @Override
      public Code code() {
        return DateCodes.DUE_DATE_PASSED;
      }

      @Override
      public void check(ProcessContext subject, Consumer<Finding> report) {
        LocalDate asOf = subject.asOf();
        if (asOf != null) {
          DateCheck.dueAfter(asOf).check(subject.resolved().dates(), report);
        }
      }
    };
  }
}
