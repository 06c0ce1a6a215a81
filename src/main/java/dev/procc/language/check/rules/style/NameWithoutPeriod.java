package dev.procc.language.check.rules.style;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Layer;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.Written;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.calendar.Period;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// A process of a period whose name does not say which: the next one is called the same.
public final class NameWithoutPeriod implements ProcessRule {
  private static final Code CODE = Code.warning("PC608", "name-without-period");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Period period = subject.resolved().period();
    if (period == null
        || !(subject.resolved().decl().fields().get(Fields.PROCESS_NAME) instanceof Scalar name)
        || name.value().isBlank()
        || name.span().text().indexOf("{{") >= 0
        || name.origin().layer() == Layer.CHANGE
        || Shown.word(name.value(), period.label(), 0) >= 0
        || Shown.word(name.value(), period.key(), 0) >= 0) {
      return;
    }
    Diagnostic found =
        Diagnostic.of(
                CODE,
                name.span(),
                "\"" + name.value() + "\" is the name in every period, nobody can tell them apart")
            .withHint("put {{ period.label }} into it")
            .withAddress(subject.identity() + ":name");
    report.accept(
        Written.literal(name)
            ? found.withFix(
                Fix.unsafe(
                    "add {{ period.label }}",
                    Written.rewrite(name, name.value() + " {{ period.label }}")))
            : found);
  }
}
