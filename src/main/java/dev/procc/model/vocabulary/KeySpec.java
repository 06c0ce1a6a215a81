package dev.procc.model.vocabulary;

import static dev.procc.model.vocabulary.ValueShape.listOf;

import dev.procc.model.catalog.FieldSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key of the language: its name, the shape of its value, its meaning.
///
/// @param name as written
/// @param shape of its value
/// @param field the row of the field table that it sets; null if it is not a field of the API
/// @param doc one sentence
/// @param unlessWritten the default, for people; empty if there is none
/// @param examples values as written, for completion and hover
public record KeySpec(
    String name,
    ValueShape shape,
    @Nullable FieldSpec field,
    List<KeyTrait> traits,
    String doc,
    String unlessWritten,
    List<String> examples) {
  public KeySpec {
    examples = List.copyOf(examples);
  }

  static KeySpec of(String name, ValueShape shape, String doc, String... examples) {
    return new KeySpec(name, shape, null, List.of(), doc, "", List.of(examples));
  }

  /// The key for a field; its shape follows from the type of the field.
  static KeySpec of(FieldSpec field) {
    return new KeySpec(
        field.name(), shapeOf(field), field, List.of(), field.doc(), "", field.examples());
  }

  private static ValueShape shapeOf(FieldSpec field) {
    return switch (field.type()) {
      case DATE -> ValueShape.DATE_EXPRESSION;
      case PARTICIPANT_REF -> ValueShape.PARTICIPANT;
      case BOOLEAN -> ValueShape.BOOL;
      case STRING ->
          field.values().isEmpty() ? ValueShape.TEXT : new ValueShape.EnumShape(field.values());
      case SET_OF_DATES -> listOf(ValueShape.DATE);
      case SET_OF_WEEKDAYS -> listOf(ValueShape.WEEKDAY);
      case SET_OF_STRINGS -> listOf(ValueShape.TEXT);
      default -> ValueShape.ANY;
    };
  }

  /// Whether a mapping must have it.
  public boolean required() {
    return traits.contains(KeyTrait.REQUIRED);
  }

  /// Whether `{{ }}` is not interpolated in its value.
  public boolean literal() {
    return traits.contains(KeyTrait.LITERAL);
  }

  /// Whether its value is a list without duplicates: a set of the API, or keys.
  public boolean isSet() {
    return shape instanceof ValueShape.ListShape list
        && (list.item() == ValueShape.SLUG || (field != null && field.type().isUnordered()));
  }

  /// A copy that a mapping must have.
  KeySpec asRequired() {
    return with(KeyTrait.REQUIRED);
  }

  /// A copy whose value is taken literally.
  KeySpec asLiteral() {
    return with(KeyTrait.LITERAL);
  }

  // A list, not an EnumSet, which finds the constants of its enum by reflection.
  private KeySpec with(KeyTrait trait) {
    if (traits.contains(trait)) {
      return this;
    }
    List<KeyTrait> more = traits.isEmpty() ? List.of(trait) : List.of(traits.getFirst(), trait);
    return new KeySpec(name, shape, field, more, doc, unlessWritten, examples);
  }

  /// A copy that allows another shape as well.
  KeySpec withShape(ValueShape other) {
    return new KeySpec(name, other, field, traits, doc, unlessWritten, examples);
  }

  /// A copy with another sentence.
  KeySpec withDoc(String text) {
    return new KeySpec(name, shape, field, traits, text, unlessWritten, examples);
  }

  /// A copy with a default: `keep`, or a few words.
  KeySpec unless(String value) {
    return new KeySpec(name, shape, field, traits, doc, value, examples);
  }

  KeySpec withoutExamples() {
    return new KeySpec(name, shape, field, traits, doc, unlessWritten, List.of());
  }
}
