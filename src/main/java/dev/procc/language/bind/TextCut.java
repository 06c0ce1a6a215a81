package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.ValueShape;

/// Finds texts without quotes that YAML ends early: `title: Reconcile account #4000`, where the
/// number is a comment.
///
/// A comment that people write has a blank behind its `#`, and a word. One that begins with a
/// letter or a digit at once, or with a number, is more likely the rest of the text.
final class TextCut {
  private TextCut() {}

  /// @param shape what the value should be; only texts and raw values are looked at
  static void check(YamlNode value, ValueShape shape, KeySpec key, Findings findings) {
    boolean isText = shape instanceof ValueShape.TextShape text && text.pattern().isEmpty();
    if ((isText || shape instanceof ValueShape.AnyShape)
        && value instanceof Scalar scalar
        && scalar.isPlain()
        && !scalar.value().isEmpty()) {
      check(scalar, key, findings);
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
                      + " ends at \""
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
