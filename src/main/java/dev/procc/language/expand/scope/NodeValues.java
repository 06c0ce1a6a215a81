package dev.procc.language.expand.scope;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What values are to expansion: absent, true, a number, a text to show.
public final class NodeValues {
  private NodeValues() {}

  /// A value that is not there: a parameter without argument and default, an empty cell.
  public static Scalar absent(Origin origin) {
    return new Scalar(origin, "", Scalar.Style.PLAIN);
  }

  /// Whether nothing was written: unlike `null`, which says so out loud.
  public static boolean isAbsent(YamlNode node) {
    return node instanceof Scalar scalar && scalar.isPlain() && scalar.value().isEmpty();
  }

  public static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  /// True or false of a plain scalar, nothing of any other.
  public static @Nullable Boolean bool(YamlNode node) {
    if (!(node instanceof Scalar scalar) || !scalar.isPlain()) {
      return null;
    }
    return switch (scalar.value()) {
      case "true", "True", "TRUE" -> Boolean.TRUE;
      case "false", "False", "FALSE" -> Boolean.FALSE;
      default -> null;
    };
  }

  /// Whether a section over it is shown: not for false, nothing, an empty text or list.
  public static boolean isTruthy(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return !scalar.isNull() && !scalar.value().isEmpty() && !Boolean.FALSE.equals(bool(scalar));
    }
    return !elements(node).isEmpty();
  }

  /// The node with another origin; what lies in it keeps its own.
  public static YamlNode withOrigin(YamlNode node, Origin origin) {
    if (node instanceof Scalar scalar) {
      return new Scalar(origin, scalar.value(), scalar.style());
    }
    if (node instanceof Sequence sequence) {
      return new Sequence(origin, sequence.items(), sequence.flow());
    }
    Mapping mapping = (Mapping) node;
    return new Mapping(origin, mapping.entries(), mapping.flow());
  }

  /// The items of a list, the values of a map, nothing of a scalar.
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

  public static int nodeCount(YamlNode node) {
    int size = 1;
    for (YamlNode part : elements(node)) {
      size += nodeCount(part);
    }
    return size;
  }

  public static int depth(YamlNode node) {
    if (node instanceof Scalar) {
      return 0;
    }
    int deepest = 0;
    for (YamlNode part : elements(node)) {
      deepest = Math.max(deepest, depth(part));
    }
    return deepest + 1;
  }

  /// The word for its shape: `a list`, `a map`, `a text`.
  public static String describeKind(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return scalar.isNull() ? "nothing" : "a text";
    }
    return node instanceof Sequence ? "a list" : "a map";
  }

  /// The value as a message shows it, short.
  public static String quoted(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return describeKind(node);
    }
    String text = scalar.value().replace('\n', ' ');
    return "\"" + (text.length() > 40 ? text.substring(0, 37) + "..." : text) + "\"";
  }

  public static List<String> keys(Mapping mapping) {
    List<String> keys = new ArrayList<>(mapping.entries().size());
    for (MappingEntry entry : mapping.entries()) {
      keys.add(entry.key().value());
    }
    return keys;
  }

  public static Scalar plainScalar(Origin origin, String value) {
    return new Scalar(origin, value, Scalar.Style.PLAIN);
  }

  /// The span of an entry, key and value, for a label.
  static Span span(MappingEntry entry) {
    Span key = entry.key().span();
    Span value = entry.value().span();
    return key.file() == value.file() && value.start() >= key.start() ? key.cover(value) : key;
  }
}
