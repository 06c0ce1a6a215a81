package dev.procc.language.bind;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.base.text.HiddenText;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.model.vocabulary.ValueShape;
import java.util.List;

/// A check for keys, dates and other words of the language with a character at an end that does not
/// belong to them, such as JSON's comma or a quote, and for hidden characters. In a text for
/// people, hidden characters are a warning, [dev.procc.language.check.rules.style.HiddenCharacter].
final class WordSlips {
  private static final String QUOTES = "\"'\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";
  private static final String SIGNS = ",;" + QUOTES;

  private WordSlips() {}

  /// Whether a value may have one; fast, since it is checked for every value.
  static boolean maybe(Scalar value) {
    String text = value.value();
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return last == ',' || last == ';' || last == '"' || last == '\'' || !TextLines.isAscii(text);
  }

  /// Whether a value contains a hidden character.
  static boolean isHidden(Scalar value) {
    return HiddenText.next(value.value(), 0) >= 0;
  }

  /// The value as it was meant; itself if it has no such character, or if any text is allowed.
  static Scalar meant(Scalar value, ValueShape shape) {
    boolean word =
        shape instanceof ValueShape.TextShape text
            ? !text.pattern().isEmpty()
            : shape instanceof ValueShape.EnumShape
                || shape instanceof ValueShape.BoolShape
                || shape instanceof ValueShape.IntShape
                || shape instanceof ValueShape.DateExpressionShape
                || shape instanceof ValueShape.ParticipantShape;
    if (!word) {
      return value;
    }
    String meant = HiddenText.visible(value.value()).strip();
    if (value.isPlain() && (!parts(value) || endsLine(value.span()))) {
      int from = !meant.isEmpty() && QUOTES.indexOf(meant.charAt(0)) >= 0 ? 1 : 0;
      int to = meant.length();
      while (to > from && SIGNS.indexOf(meant.charAt(to - 1)) >= 0) {
        to--;
      }
      meant = to > from ? meant.substring(from, to).strip() : meant;
    }
    return meant.equals(value.value()) ? value : new Scalar(value.origin(), meant, value.style());
  }

  private static boolean parts(Scalar value) {
    return value.value().endsWith(",") || value.value().endsWith(";");
  }

  /// Whether nothing but a comment follows in the line: otherwise the line was repaired, and this
  /// is a part of what was lost there.
  static boolean endsLine(Span span) {
    String text = span.file().text();
    int at = TextLines.skipBlanks(text, span.end(), text.length());
    return at == text.length() || TextLines.isBreak(text.charAt(at)) || text.charAt(at) == '#';
  }

  /// @param meant the corrected value
  /// @param fits whether that fits
  static Finding finding(Scalar value, Scalar meant, boolean fits) {
    String text = value.value();
    String quoted = "\"" + meant.value() + "\"";
    int hidden = HiddenText.next(text, 0);
    int last = text.length() - 1;
    int at = SIGNS.indexOf(text.charAt(last)) >= 0 ? last : 0;
    boolean verbatim = value.isPlain() && value.span().text().equals(text);
    Code code = hidden >= 0 ? YamlCodes.UNPRINTABLE : YamlCodes.SYNTAX;
    Span span = hidden < 0 && verbatim ? value.span().subSpan(at, 1) : value.span();
    String message =
        hidden >= 0
            ? HiddenText.describe(text.codePointAt(hidden))
                + " stands in "
                + quoted
                + ", where nobody sees it"
            : "A " + name(text.charAt(at)) + (at > 0 ? " follows " : " precedes ") + quoted;
    Finding finding =
        Finding.of(code, span, message).withHint(fits ? "write " + quoted : "type it again");
    return fits && verbatim
        ? finding.withFix(
            new Fix(
                "write " + meant.value(),
                hidden >= 0,
                List.of(new TextEdit(value.span(), meant.value()))))
        : finding;
  }

  private static String name(char sign) {
    return sign == ',' ? "comma" : sign == ';' ? "semicolon" : "quote";
  }
}
