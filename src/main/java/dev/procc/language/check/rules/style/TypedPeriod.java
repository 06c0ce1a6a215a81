package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.TypedWords;
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
      // A label with the key in it is one thing to mend.
      if (!checkText(text, period.label(), "period.label", findings)) {
        checkText(text, period.key(), "period.key", findings);
      }
    }
  }

  /// @param variable whose value is the word: `period.label`
  private boolean checkText(VisibleText text, String word, String variable, Findings findings) {
    Origin origin = text.origin();
    if (origin == null || isNumber(word) || TypedWords.indexOf(text.text(), word, 0) < 0) {
      return false;
    }
    Origin typed = TypedWords.place(origin, word);
    if (typed == null) {
      return false;
    }
    String tag = "{{ " + variable + " }}";
    Finding finding =
        Finding.of(
                code(),
                typed.span(),
                "\""
                    + word
                    + "\" is typed in the "
                    + text.fieldName()
                    + ", in the next period it is wrong")
            .withHint("write " + tag)
            .withAddress(text.address());
    if (isPartOfMore(text.text(), word)) {
      findings.add(
          finding.withHint("write {{ period.end }} for its last day, or leave the day out"));
      return true;
    }
    Scalar written = text.writtenScalar();
    findings.add(
        written != null && typed == origin && WrittenScalars.isLiteral(written)
            ? finding.withFix(
                Fix.safe(
                    "write " + tag,
                    WrittenScalars.rewrite(written, replaceWord(text.text(), word, tag))))
            : finding);
    return true;
  }

  /// Whether a word is a part of a day or of a number, `31 December 2024` or `2024-12-31`, of which
  /// the rest would stay in the next period.
  private static boolean isPartOfMore(String text, String word) {
    for (int at = TypedWords.indexOf(text, word, 0);
        at >= 0;
        at = TypedWords.indexOf(text, word, at + 1)) {
      int end = at + word.length();
      int before = at - 1;
      while (before > 0 && " .-".indexOf(text.charAt(before)) >= 0) {
        before--;
      }
      if (end + 1 < text.length()
              && "-/.".indexOf(text.charAt(end)) >= 0
              && Character.isDigit(text.charAt(end + 1))
          || before >= 0 && Character.isDigit(text.charAt(before))) {
        return true;
      }
    }
    return false;
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
    for (int at = TypedWords.indexOf(text, word, 0);
        at >= 0;
        at = TypedWords.indexOf(out.toString(), word, at)) {
      out.replace(at, at + word.length(), with);
      at += with.length();
    }
    return out.toString();
  }
}
