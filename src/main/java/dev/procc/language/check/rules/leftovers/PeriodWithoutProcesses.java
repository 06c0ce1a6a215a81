package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Whole;
import java.util.function.Consumer;

/// An open period that opens nothing.
public final class PeriodWithoutProcesses implements ProjectRule {
  private static final Code CODE = Code.warning("PC407", "period-without-processes");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Whole whole, Consumer<Diagnostic> report) {
    for (PeriodDecl period : whole.documents().periods()) {
      if (period.processes().isEmpty() && period.status().value().equals("open")) {
        report.accept(
            Diagnostic.of(
                    CODE,
                    period.key().span(),
                    "\"" + period.key().value() + "\" is open and names no process")
                .withHint("add the keys of its processes, or set status: planned"));
      }
    }
  }
}
