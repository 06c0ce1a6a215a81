package dev.procc.language.check.rules;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The scalars that are written for fields of a node.
public final class WrittenScalars {
  private WrittenScalars() {}

  /// The scalar that is written for the field with a role; null if the node has none, or a default.
  public static @Nullable Scalar find(ResolvedNode node, FieldRole role) {
    for (Map.Entry<FieldSpec, YamlNode> entry : node.decl().fields().entrySet()) {
      if (entry.getKey().role() == role) {
        return entry.getValue() instanceof Scalar scalar ? scalar : null;
      }
    }
    return null;
  }

  /// Whether the file contains the text literally: without a variable or an escape, on one line.
  public static boolean isLiteral(Scalar scalar) {
    String text = scalar.span().text();
    return scalar.isPlain()
        ? text.equals(scalar.value())
        : text.length() == scalar.value().length() + 2
            && text.startsWith(scalar.value(), 1)
            && text.indexOf('\n') < 0;
  }

  /// Replaces a literal text, in the same quotes, or in quotes if they are necessary.
  public static TextEdit rewrite(Scalar scalar, String text) {
    Span span = scalar.span();
    if (!scalar.isPlain()) {
      char mark = span.text().charAt(0);
      return new TextEdit(span, mark + text + mark);
    }
    boolean quote = text.startsWith("{") || (text.indexOf('{') >= 0 && isInFlow(span));
    return new TextEdit(span, quote ? ScalarText.quoted(text) : text);
  }

  /// Whether a plain text is part of a flow collection: only there something follows it that does
  /// not belong to it.
  private static boolean isInFlow(Span plain) {
    String text = plain.file().text();
    int at = plain.end();
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && ",]}".indexOf(text.charAt(at)) >= 0;
  }
}
