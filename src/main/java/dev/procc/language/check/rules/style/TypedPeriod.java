package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.WrittenScalars;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.Period;
import org.jspecify.annotations.Nullable;

/// A text that names the period in so many words: next period it is wrong.
public final class TypedPeriod implements ProcessRule {
  private static final Code CODE = Code.warning("PC602", "typed-period");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Period period = process.resolved().period();
    if (period == null) {
      return;
    }
    VisibleTexts.forEach(
        process,
        (node, field, text) -> {
          checkText(process, node, field, text, period.label(), "period.label", findings);
          if (!period.key().equals(period.label())) {
            checkText(process, node, field, text, period.key(), "period.key", findings);
          }
        });
  }

  private static void checkText(
      ProcessContext process,
      @Nullable ResolvedNode node,
      String field,
      String text,
      String word,
      String variable,
      Findings findings) {
    if (isNumber(word) || VisibleTexts.indexOfWord(text, word, 0) < 0) {
      return;
    }
    Origin origin = VisibleTexts.origin(process, node, field);
    if (origin == null
        || isOfPeriod(origin)
        || VisibleTexts.indexOfWord(origin.span().text(), word, 0) < 0) {
      return;
    }
    Finding finding =
        Finding.of(
                CODE,
                origin.span(),
                "\"" + word + "\" is typed in the " + field + ", in the next period it is wrong")
            .withHint("write {{ " + variable + " }}")
            .withAddress(VisibleTexts.address(process, node, field));
    Scalar written = VisibleTexts.writtenScalar(process, node, field);
    findings.add(
        written != null && WrittenScalars.isLiteral(written)
            ? finding.withFix(
                Fix.safe(
                    "write {{ " + variable + " }}",
                    WrittenScalars.rewrite(
                        written, replaceWord(text, word, "{{ " + variable + " }}"))))
            : finding);
  }

  /// What a period says of itself may name it.
  private static boolean isOfPeriod(Origin origin) {
    return origin.layer() == Layer.ONE_OFF_CHANGE || origin.layer() == Layer.PERIOD;
  }

  /// A bare year may be anything.
  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String replaceWord(String text, String word, String with) {
    StringBuilder out = new StringBuilder(text);
    for (int at = VisibleTexts.indexOfWord(text, word, 0);
        at >= 0;
        at = VisibleTexts.indexOfWord(out.toString(), word, at)) {
      out.replace(at, at + word.length(), with);
      at += with.length();
    }
    return out.toString();
  }
}
