package dev.procc.ide.cursor;

import dev.procc.ide.cursor.Cursor.Step;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The expectation of the language at the end of a path of keys.
///
/// @param shape of the value there
/// @param key the nearest key of the language on the path; null at the top of a document
/// @param owner the mapping that has the key; null at the top
public record Expected(ValueShape shape, @Nullable KeySpec key, @Nullable MappingSpec owner) {
  /// The expectation at the end of a path in a document of a kind; null if the language does not
  /// have the path.
  public static @Nullable Expected at(String kind, List<Step> path) {
    if (Vocabulary.find(kind) == null) {
      return null;
    }
    Expected at = new Expected(ValueShape.struct(kind), null, null);
    for (Step step : path) {
      at = at.below(step);
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  private @Nullable Expected below(Step step) {
    String name = step.key();
    if (name == null) {
      ValueShape.ListShape list = alternative(shape, ValueShape.ListShape.class);
      return list == null ? null : new Expected(list.item(), key, owner);
    }
    MappingSpec mapping = mapping(step.siblings().keySet());
    KeySpec spec = mapping == null ? null : mapping.key(name);
    if (spec != null) {
      return new Expected(spec.shape(), spec, mapping);
    }
    ValueShape.MapShape map = alternative(shape, ValueShape.MapShape.class);
    if (map != null) {
      return new Expected(map.value(), key, owner);
    }
    return shape instanceof ValueShape.AnyShape ? belowAny(name) : null;
  }

  /// In raw arguments, what stands alone in its braces: `{ person: dana }`, `{ date: WD12 }`.
  private Expected belowAny(String name) {
    boolean raw = key != null && FieldRole.of(key.name()) == FieldRole.ARGUMENTS;
    return switch (raw ? name : "") {
      case "person" -> new Expected(ValueShape.PARTICIPANT, key, owner);
      case "date" -> new Expected(ValueShape.DATE_EXPRESSION, key, owner);
      default -> this;
    };
  }

  /// The mapping that is expected here; null if there is none.
  ///
  /// @param keys that it has
  public @Nullable MappingSpec mapping(Collection<String> keys) {
    if (alternative(shape, ValueShape.ChildShape.class) != null) {
      for (String kind : Vocabulary.CHILD_KINDS) {
        if (keys.contains(kind)) {
          return Vocabulary.find(kind);
        }
      }
      return null;
    }
    if (alternative(shape, ValueShape.ParticipantShape.class) != null) {
      return Vocabulary.mapping("Participant");
    }
    ValueShape.StructShape struct = alternative(shape, ValueShape.StructShape.class);
    return struct == null ? null : Vocabulary.mapping(struct.mappingName());
  }

  /// Whether a node of the tree is expected.
  public boolean isChild() {
    return alternative(shape, ValueShape.ChildShape.class) != null;
  }

  /// Whether names of any kind are expected as keys.
  public boolean isMap() {
    return alternative(shape, ValueShape.MapShape.class) != null;
  }

  /// The items that are expected; null if no list is.
  public @Nullable Expected items() {
    ValueShape.ListShape list = alternative(shape, ValueShape.ListShape.class);
    return list == null ? null : new Expected(list.item(), key, owner);
  }

  /// The shape itself, or its alternative with a certain class; null if there is none.
  public static <T extends ValueShape> @Nullable T alternative(ValueShape shape, Class<T> wanted) {
    if (wanted.isInstance(shape)) {
      return wanted.cast(shape);
    }
    if (shape instanceof ValueShape.UnionShape union) {
      for (ValueShape each : union.alternatives()) {
        if (wanted.isInstance(each)) {
          return wanted.cast(each);
        }
      }
    }
    return null;
  }

  /// The name of the key with the value; empty if there is none.
  public String name() {
    return key == null ? "" : key.name();
  }
}
