package dev.procc.language.expand;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What values are to expansion: absent, true, a number, a text to show.
final class Values {
  private Values() {}

  /// A value that is not there: a parameter without argument and default, an empty cell.
  static Scalar absent(Origin origin) {
    return new Scalar(origin, "", Scalar.Style.PLAIN);
  }

  /// Whether nothing was written: unlike `null`, which says so out loud.
  static boolean isAbsent(Node node) {
    return node instanceof Scalar scalar && scalar.plain() && scalar.value().isEmpty();
  }

  static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  /// True or false of a plain scalar, nothing of any other.
  static @Nullable Boolean bool(Node node) {
    if (!(node instanceof Scalar scalar) || !scalar.plain()) {
      return null;
    }
    return switch (scalar.value()) {
      case "true", "True", "TRUE" -> Boolean.TRUE;
      case "false", "False", "FALSE" -> Boolean.FALSE;
      default -> null;
    };
  }

  /// Whether a section over it is shown: not for false, nothing, an empty text or list.
  static boolean truth(Node node) {
    if (node instanceof Scalar scalar) {
      return !scalar.isNull() && !scalar.value().isEmpty() && !Boolean.FALSE.equals(bool(scalar));
    }
    return !parts(node).isEmpty();
  }

  /// The node with another origin; what lies in it keeps its own.
  static Node withOrigin(Node node, Origin origin) {
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
  static List<Node> parts(Node node) {
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    if (node instanceof Mapping mapping) {
      List<Node> values = new ArrayList<>(mapping.entries().size());
      for (Entry entry : mapping.entries()) {
        values.add(entry.value());
      }
      return values;
    }
    return List.of();
  }

  static int size(Node node) {
    int size = 1;
    for (Node part : parts(node)) {
      size += size(part);
    }
    return size;
  }

  static int depth(Node node) {
    if (node instanceof Scalar) {
      return 0;
    }
    int deepest = 0;
    for (Node part : parts(node)) {
      deepest = Math.max(deepest, depth(part));
    }
    return deepest + 1;
  }

  /// The word for its shape: `a list`, `a map`, `a text`.
  static String shape(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.isNull() ? "nothing" : "a text";
    }
    return node instanceof Sequence ? "a list" : "a map";
  }

  /// The value as a message shows it, short.
  static String show(Node node) {
    if (!(node instanceof Scalar scalar)) {
      return shape(node);
    }
    String text = scalar.value().replace('\n', ' ');
    return "\"" + (text.length() > 40 ? text.substring(0, 37) + "..." : text) + "\"";
  }

  static List<String> keys(Mapping mapping) {
    List<String> keys = new ArrayList<>(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      keys.add(entry.key().value());
    }
    return keys;
  }

  static Scalar text(Origin origin, String value) {
    return new Scalar(origin, value, Scalar.Style.PLAIN);
  }

  /// The span of an entry, key and value, for a label.
  static Span span(Entry entry) {
    Span key = entry.key().span();
    Span value = entry.value().span();
    return key.file() == value.file() && value.start() >= key.start() ? key.cover(value) : key;
  }
}
