package dev.procc.language.bind;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The test whether a node has a shape, regardless of its parts.
final class ShapeFit {
  private ShapeFit() {}

  static boolean isInterpolated(YamlNode node) {
    return node instanceof Scalar scalar && scalar.value().contains("{{");
  }

  /// Whether the value of a loop is the map to loop over, without `in`.
  static boolean isMapToGoThrough(Mapping loop) {
    for (MappingEntry entry : loop.entries()) {
      boolean own = entry.value() instanceof Mapping value && !isLoop(value);
      if (!own) {
        return false;
      }
    }
    return !loop.entries().isEmpty();
  }

  private static boolean isLoop(Mapping value) {
    for (String key : Vocabulary.mapping("Loop").keyNames()) {
      if (value.get(key) != null) {
        return true;
      }
    }
    return value.entries().isEmpty();
  }

  /// Whether a node has a shape that has no parts.
  static boolean isPlainly(YamlNode node, ValueShape shape) {
    if (shape instanceof ValueShape.BoolShape) {
      return node instanceof Scalar s && ScalarValues.bool(s) != null;
    }
    if (shape instanceof ValueShape.IntShape) {
      return node instanceof Scalar s
          && ScalarValues.integer(s) != null
          && !s.value().startsWith("+");
    }
    return shape instanceof ValueShape.AnyShape;
  }

  /// Whether a scalar is a text of a shape. A boolean is one where any text is allowed, but not as
  /// a key, where `true` is a mistake.
  static boolean fits(Scalar scalar, ValueShape.TextShape text) {
    String value = scalar.value();
    if (text.pattern().isEmpty()) {
      return true;
    }
    if (ScalarValues.bool(scalar) != null) {
      return false;
    }
    if (text == ValueShape.SLUG) {
      return ScalarValues.isSlug(value);
    }
    return text == ValueShape.DATE
        ? ScalarValues.date(value) != null
        : value.matches(text.pattern());
  }

  /// `true` or `false` for a text that people take for one; null for any other.
  static @Nullable String intendedBoolean(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return null;
    }
    return switch (scalar.value().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "on", "1", "t" -> "true";
      case "false", "no", "n", "off", "0", "f" -> "false";
      default -> null;
    };
  }

  /// The alternative that a node is meant to be; null if there is none.
  static @Nullable ValueShape alternative(YamlNode node, ValueShape.UnionShape either) {
    ValueShape chosen = null;
    for (ValueShape shape : either.alternatives()) {
      if (isSameType(node, shape) && (chosen == null || isNamesMap(node, chosen))) {
        chosen = shape;
      }
    }
    return chosen;
  }

  /// Whether a mapping where a structure is allowed maps names to such structures or to lists.
  private static boolean isNamesMap(YamlNode node, ValueShape shape) {
    if (!(node instanceof Mapping mapping)
        || mapping.entries().isEmpty()
        || !(shape instanceof ValueShape.StructShape struct)) {
      return false;
    }
    MappingSpec structure = Vocabulary.mapping(struct.mappingName());
    for (MappingEntry entry : mapping.entries()) {
      boolean part = entry.value() instanceof Mapping || entry.value() instanceof Sequence;
      if (!part || structure.key(entry.key().value()) != null) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSameType(YamlNode node, ValueShape shape) {
    if (shape instanceof ValueShape.ListShape) {
      return node instanceof Sequence;
    }
    if (shape instanceof ValueShape.MapShape || shape instanceof ValueShape.StructShape) {
      return node instanceof Mapping;
    }
    return shape instanceof ValueShape.AnyShape || node instanceof Scalar;
  }
}
