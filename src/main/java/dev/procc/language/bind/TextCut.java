package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.ValueShape;

/// A check for unquoted texts that YAML ends early, as in `title: Reconcile account #4000`, where
/// the number is a comment; and for those that end in a character of another notation: the comma of
/// `title: A,`, a quote without its opening one.
///
/// A comment written by a person has a blank after its `#`, and words. If it begins with a letter
/// or a digit at once, or with a number, it is probably the rest of the text.
final class TextCut {
  private TextCut() {}

  /// @param shape the expected shape; only texts and raw values are checked
  static void check(YamlNode value, ValueShape shape, KeySpec key, Findings findings) {
    boolean isText = shape instanceof ValueShape.TextShape text && text.pattern().isEmpty();
    if ((isText || shape instanceof ValueShape.AnyShape)
        && value instanceof Scalar scalar
        && scalar.isPlain()
        && !scalar.value().isEmpty()) {
      check(scalar, key, findings);
      checkEnd(scalar, key.name(), findings);
    }
  }

  /// Reports a comma, a semicolon or a quote at the end of a text. Inches and a plural's possessive
  /// end with a character that looks like a quote.
  static void checkEnd(Scalar scalar, String name, Findings findings) {
    String text = scalar.value();
    int last = text.length() - 1;
    char sign = text.charAt(last);
    char before = last == 0 ? ' ' : text.charAt(last - 1);
    boolean quote =
        (sign == '"' || sign == '\'')
            && text.indexOf(sign) == last
            && !Character.isDigit(before)
            && (sign == '"' || "sxzSXZ".indexOf(before) < 0);
    boolean parts = (sign == ',' || sign == ';') && WordSlips.endsLine(scalar.span());
    if (last > 0 && (quote || parts) && scalar.span().text().equals(text)) {
      String kept = text.substring(0, last).strip();
      String quoted = quote ? sign + text : ScalarText.ofString(text);
      findings.add(
          Finding.of(
                  YamlCodes.SYNTAX,
                  scalar.span().subSpan(last, 1),
                  quote
                      ? "A quote ends the " + name + ", and none begins it"
                      : "A "
                          + (sign == ',' ? "comma" : "semicolon")
                          + " ends the "
                          + name
                          + "; these entries are separated by lines")
              .withHint(
                  quote
                      ? "write " + quoted
                      : "remove it, or write " + quoted + " if it belongs to it")
              .withFix(
                  quote
                      ? Fix.unsafe("begin with a quote", new TextEdit(scalar.span(), quoted))
                      : Fix.unsafe("remove it", new TextEdit(scalar.span(), kept))));
    }
  }

  private static void check(Scalar scalar, KeySpec key, Findings findings) {
    Span span = scalar.span();
    String text = span.file().text();
    int hash = span.end();
    while (hash < text.length() && (text.charAt(hash) == ' ' || text.charAt(hash) == '\t')) {
      hash++;
    }
    if (hash == span.end() || hash >= text.length() || text.charAt(hash) != '#') {
      return;
    }
    int end = hash;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    while (end > hash && text.charAt(end - 1) <= ' ') {
      end--;
    }
    if (isRestOfText(text, hash + 1, end)) {
      String whole = scalar.value() + " " + text.substring(hash, end);
      String quoted = ScalarText.ofString(whole);
      findings.add(
          Finding.of(
                  BindCodes.TEXT_CUT,
                  span,
                  "The "
                      + key.name()
                      + (key.name().endsWith("s") ? " end" : " ends")
                      + " at \""
                      + lastWord(scalar.value())
                      + "\": what follows # is a comment to YAML")
              .withLabel(new Span(span.file(), hash, end), "not part of it")
              .withHint("write " + quoted + ", or a blank after #")
              .withFix(
                  Fix.unsafe(
                      "take it into the text",
                      new TextEdit(new Span(span.file(), span.start(), end), quoted))));
    }
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private static boolean isRestOfText(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return at < end
        && (at == from
            ? Character.isLetterOrDigit(text.charAt(at))
            : Character.isDigit(text.charAt(at)));
  }
}
