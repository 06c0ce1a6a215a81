package dev.procc.language.check.rules;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields as they are written on a node.
public final class WrittenScalars {
  private WrittenScalars() {}

  /// The scalar written for the field of a role; null if the node does not have it, or has it by
  /// default.
  public static @Nullable Scalar find(ResolvedNode node, FieldRole role) {
    for (Map.Entry<FieldSpec, YamlNode> entry : node.decl().fields().entrySet()) {
      if (entry.getKey().role() == role) {
        return entry.getValue() instanceof Scalar scalar ? scalar : null;
      }
    }
    return null;
  }

  /// Whether the file holds the text as it is: no variable, no escape, on one line.
  public static boolean isLiteral(Scalar scalar) {
    String text = scalar.span().text();
    return scalar.isPlain()
        ? text.equals(scalar.value())
        : text.length() == scalar.value().length() + 2
            && text.startsWith(scalar.value(), 1)
            && text.indexOf('\n') < 0;
  }

  /// Another text in place of a literal one, quoted as that was, or where it has to be.
  public static TextEdit rewrite(Scalar scalar, String text) {
    Span span = scalar.span();
    String whole = span.file().text();
    int line = whole.lastIndexOf('\n', span.start()) + 1;
    boolean flow =
        whole.substring(line, span.start()).indexOf('{') >= 0
            || whole.substring(line, span.start()).indexOf('[') >= 0;
    boolean quote = text.startsWith("{") || (flow && text.indexOf('{') >= 0);
    if (!scalar.isPlain()) {
      char mark = whole.charAt(span.start());
      return new TextEdit(span, mark + text + mark);
    }
    return new TextEdit(span, quote ? '"' + text + '"' : text);
  }
}
