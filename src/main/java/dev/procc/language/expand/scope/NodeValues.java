package dev.procc.language.expand.scope;

import dev.procc.base.source.Origin;
import dev.procc.base.text.QuotedText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;

/// Properties of values in expansion: absent, null, truthy, their size, and how messages show them.
public final class NodeValues {
  private NodeValues() {}

  /// An absent value: that of a parameter without argument and default, or of an empty cell.
  public static Scalar absent(Origin origin) {
    return new Scalar(origin, "", Scalar.Style.PLAIN);
  }

  /// Whether a value is absent, as if nothing were written; `null` is a value.
  public static boolean isAbsent(YamlNode node) {
    return node instanceof Scalar scalar && scalar.isPlain() && scalar.value().isEmpty();
  }

  /// Whether a value is null or absent.
  public static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  /// Whether a section over the value is shown: not for false, null, an empty text, list or map.
  public static boolean isTruthy(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return !scalar.isNull()
          && !scalar.value().isEmpty()
          && !Boolean.FALSE.equals(ScalarValues.bool(scalar));
    }
    return !elements(node).isEmpty();
  }

  /// The node with another origin; nodes within it keep theirs.
  public static YamlNode withOrigin(YamlNode node, Origin origin) {
    if (node instanceof Scalar scalar) {
      return new Scalar(origin, scalar.value(), scalar.style());
    }
    if (node instanceof Sequence sequence) {
      return new Sequence(origin, sequence.items(), sequence.flow());
    }
    return node instanceof Mapping mapping
        ? new Mapping(origin, mapping.entries(), mapping.flow())
        : new Unknown(origin);
  }

  /// The items of a list or the values of a map; none for a scalar.
  public static List<YamlNode> elements(YamlNode node) {
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    if (node instanceof Mapping mapping) {
      List<YamlNode> values = new ArrayList<>(mapping.entries().size());
      for (MappingEntry entry : mapping.entries()) {
        values.add(entry.value());
      }
      return values;
    }
    return List.of();
  }

  /// The number of nodes in a value, itself included; a text counts one more for each 256
  /// characters.
  public static int nodeCount(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return 1 + scalar.value().length() / 256;
    }
    int size = 1;
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        size += nodeCount(entry.value());
      }
      return size;
    }
    for (YamlNode part : elements(node)) {
      size += nodeCount(part);
    }
    return size;
  }

  /// The levels of collections in a value: 0 for a scalar.
  public static int depth(YamlNode node) {
    if (node instanceof Scalar || node instanceof Unknown) {
      return 0;
    }
    int deepest = 0;
    for (YamlNode part : elements(node)) {
      deepest = Math.max(deepest, depth(part));
    }
    return deepest + 1;
  }

  /// The kind of a value in messages: `a list`, `a map`, `a text`, `nothing`.
  public static String describeKind(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return scalar.isNull() ? "nothing" : "a text";
    }
    return node instanceof Sequence ? "a list" : "a map";
  }

  /// A value as messages show it: a short text in quotes, or its kind.
  public static String quoted(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return describeKind(node);
    }
    return "\"" + QuotedText.cut(scalar.value().replace('\n', ' '), 40) + "\"";
  }

  /// The keys of a mapping, in their order.
  public static List<String> keys(Mapping mapping) {
    List<String> keys = new ArrayList<>(mapping.entries().size());
    for (MappingEntry entry : mapping.entries()) {
      keys.add(entry.key().value());
    }
    return keys;
  }

  /// A plain scalar with a value.
  public static Scalar plainScalar(Origin origin, String value) {
    return new Scalar(origin, value, Scalar.Style.PLAIN);
  }
}
