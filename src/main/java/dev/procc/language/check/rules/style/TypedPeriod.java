package dev.procc.language.check.rules.style;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.Written;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.calendar.Period;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A text that names the period in so many words: next period it is wrong.
public final class TypedPeriod implements ProcessRule {
  private static final Code CODE = Code.warning("PC602", "typed-period");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Period period = subject.resolved().period();
    if (period == null) {
      return;
    }
    Shown.each(
        subject,
        (node, field, text) -> {
          one(subject, node, field, text, period.label(), "period.label", report);
          if (!period.key().equals(period.label())) {
            one(subject, node, field, text, period.key(), "period.key", report);
          }
        });
  }

  private static void one(
      Subject subject,
      @Nullable NodeInfo node,
      String field,
      String text,
      String word,
      String variable,
      Consumer<Diagnostic> report) {
    if (isNumber(word) || Shown.word(text, word, 0) < 0) {
      return;
    }
    Origin origin = Shown.origin(subject, node, field);
    if (origin == null || isOfPeriod(origin) || Shown.word(origin.span().text(), word, 0) < 0) {
      return;
    }
    Diagnostic found =
        Diagnostic.of(
                CODE,
                origin.span(),
                "\"" + word + "\" is typed in the " + field + ", in the next period it is wrong")
            .withHint("write {{ " + variable + " }}")
            .withAddress(Shown.address(subject, node, field));
    Scalar written = Shown.scalar(subject, node, field);
    report.accept(
        written != null && Written.literal(written)
            ? found.withFix(
                Fix.safe(
                    "write {{ " + variable + " }}",
                    Written.rewrite(written, replaced(text, word, "{{ " + variable + " }}"))))
            : found);
  }

  /// What a period says of itself may name it.
  private static boolean isOfPeriod(Origin origin) {
    return origin.layer() == Layer.CHANGE || origin.layer() == Layer.PERIOD;
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

  private static String replaced(String text, String word, String with) {
    StringBuilder out = new StringBuilder(text);
    for (int at = Shown.word(text, word, 0); at >= 0; at = Shown.word(out.toString(), word, at)) {
      out.replace(at, at + word.length(), with);
      at += with.length();
    }
    return out.toString();
  }
}
