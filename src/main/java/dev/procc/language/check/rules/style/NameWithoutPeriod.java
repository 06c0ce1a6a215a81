package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.TypedWords;
import dev.procc.language.check.rules.WrittenScalars;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.Period;
import dev.procc.model.catalog.Fields;

/// A process of a period whose name does not contain the period, so that the next one has the same
/// name.
public final class NameWithoutPeriod extends ProcessRule {
  public NameWithoutPeriod() {
    super(Code.warning("PC608", "name-without-period"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Period period = process.resolved().period();
    if (period == null
        || !(process.resolved().decl().fields().get(Fields.PROCESS_NAME) instanceof Scalar name)
        || name.value().isBlank()
        || mayDiffer(name.origin())
        || TypedWords.indexOf(name.value(), period.label(), 0) >= 0
        || TypedWords.indexOf(name.value(), period.key(), 0) >= 0) {
      return;
    }
    Finding finding =
        Finding.of(
                code(),
                name.span(),
                "\"" + name.value() + "\" is the name in every period, nobody can tell them apart")
            .withHint("put {{ period.label }} into it")
            .withAddress(process.identity() + ":name");
    findings.add(
        WrittenScalars.isLiteral(name)
            ? finding.withFix(
                Fix.unsafe(
                    "add {{ period.label }}",
                    WrittenScalars.rewrite(name, name.value() + " {{ period.label }}")))
            : finding);
  }

  /// Whether what the period or the caller says went into a name.
  private static boolean mayDiffer(Origin name) {
    Layer layer = name.layer();
    if (layer == Layer.PERIOD
        || layer == Layer.ONE_OFF_CHANGE
        || layer == Layer.FLAG
        || layer == Layer.ENVIRONMENT) {
      return true;
    }
    for (Origin input : name.inputs()) {
      if (mayDiffer(input)) {
        return true;
      }
    }
    return false;
  }
}
