package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A printer of the scalars, aliases and comments of one text.
final class ScalarPrinter {
  private final String text;

  ScalarPrinter(String text) {
    this.text = text;
  }

  /// A comment as written.
  String comment(Cst.CommentToken comment) {
    return text.substring(comment.start(), comment.end());
  }

  /// The anchor and tag of a node, each followed by a blank.
  static String properties(Cst node) {
    return node.properties().isEmpty() ? "" : String.join(" ", node.properties()) + " ";
  }

  /// The key of a part; empty if it has none or it is not a text.
  static String key(Cst.Part part) {
    return part.key() instanceof Cst.ScalarNode key ? key.value() : "";
  }

  /// The keys of a mapping, in their order.
  static List<String> keys(Cst.CollectionNode collection) {
    List<String> keys = new ArrayList<>(collection.parts().size());
    for (Cst.Part part : collection.parts()) {
      keys.add(key(part));
    }
    return keys;
  }

  /// The lines of a scalar or alias, without indentation; its anchor and tag are on the first.
  ///
  /// @param inFlow whether it is in a flow collection
  List<String> lines(Cst node, CanonicalForm form, boolean inFlow) {
    if (node instanceof Cst.AliasNode alias) {
      return List.of(text.substring(alias.start(), alias.end()));
    }
    Cst.ScalarNode scalar = (Cst.ScalarNode) node;
    String properties = properties(scalar);
    if (scalar.start() == scalar.end()) {
      return List.of(properties.stripTrailing());
    }
    String canonical = canonical(scalar, form);
    if (canonical != null) {
      return List.of(properties + spell(canonical, scalar.style(), inFlow));
    }
    List<String> lines =
        ScalarSpelling.lines(text.substring(scalar.start(), scalar.end()), scalar.style());
    if (properties.isEmpty()) {
      return lines;
    }
    List<String> all = new ArrayList<>(lines);
    all.set(0, properties + lines.getFirst());
    return all;
  }

  private static @Nullable String canonical(Cst.ScalarNode scalar, CanonicalForm form) {
    boolean single = scalar.value().indexOf('\n') < 0 && !scalar.isBlock();
    return single ? form.canonicalText(scalar.value()) : null;
  }

  /// The scalar for a canonical text: a date expression, so without quotes and backslashes.
  private static String spell(String value, Scalar.Style style, boolean inFlow) {
    boolean quoted = style != Scalar.Style.PLAIN;
    for (int i = 0; i < value.length() && inFlow && !quoted; i++) {
      quoted = ",[]{}".indexOf(value.charAt(i)) >= 0;
    }
    return quoted ? '"' + value + '"' : value;
  }
}
