package dev.procc.language.check.rules;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.model.duedate.DateCheck;
import dev.procc.model.duedate.DateCodes;
import java.time.LocalDate;
import java.util.function.Consumer;

/// A law of the date language as a rule.
public record DateRule(DateCheck law) implements ProcessRule {
  @Override
  public Code code() {
    return law.code();
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    law.check(subject.resolved().dates(), report);
  }

  /// Due dates lie after the day the definitions are judged on; without a day nothing is said.
  public static ProcessRule notPassed() {
    return new ProcessRule() {
      @Override
      public Code code() {
        return DateCodes.DUE_DATE_PASSED;
      }

      @Override
      public void check(Subject subject, Consumer<Diagnostic> report) {
        LocalDate asOf = subject.asOf();
        if (asOf != null) {
          DateCheck.notPassed(asOf).check(subject.resolved().dates(), report);
        }
      }
    };
  }
}
