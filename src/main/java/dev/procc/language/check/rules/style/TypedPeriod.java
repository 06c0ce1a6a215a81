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
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.Period;

/// A text that names the period literally, and is wrong in the next one.
public final class TypedPeriod extends ProcessRule {
  public TypedPeriod() {
    super(Code.warning("PC602", "typed-period"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Period period = process.resolved().period();
    if (period == null) {
      return;
    }
    for (VisibleText text : VisibleText.all(process)) {
      checkText(text, period.label(), "period.label", findings);
      if (!period.key().equals(period.label())) {
        checkText(text, period.key(), "period.key", findings);
      }
    }
  }

  /// @param variable whose value is the word: `period.label`
  private void checkText(VisibleText text, String word, String variable, Findings findings) {
    if (isNumber(word) || VisibleText.indexOfWord(text.text(), word, 0) < 0) {
      return;
    }
    Origin origin = text.origin();
    if (origin == null
        || isOfPeriod(origin)
        || VisibleText.indexOfWord(origin.span().text(), word, 0) < 0) {
      return;
    }
    String tag = "{{ " + variable + " }}";
    Finding finding =
        Finding.of(
                code(),
                origin.span(),
                "\""
                    + word
                    + "\" is typed in the "
                    + text.fieldName()
                    + ", in the next period it is wrong")
            .withHint("write " + tag)
            .withAddress(text.address());
    Scalar written = text.writtenScalar();
    findings.add(
        written != null && WrittenScalars.isLiteral(written)
            ? finding.withFix(
                Fix.safe(
                    "write " + tag,
                    WrittenScalars.rewrite(written, replaceWord(text.text(), word, tag))))
            : finding);
  }

  /// Whether a text belongs to the period's own document, which may name it.
  private static boolean isOfPeriod(Origin origin) {
    return origin.layer() == Layer.ONE_OFF_CHANGE || origin.layer() == Layer.PERIOD;
  }

  /// Whether a word is a bare number, which may have another meaning.
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
    for (int at = VisibleText.indexOfWord(text, word, 0);
        at >= 0;
        at = VisibleText.indexOfWord(out.toString(), word, at)) {
      out.replace(at, at + word.length(), with);
      at += with.length();
    }
    return out.toString();
  }
}
