package dev.procc.model.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key of the language: what it is called, what may stand behind it, what it means.
///
/// @param name as written
/// @param shape what may stand there
/// @param field the row of the field table it sets, when it is the API's
/// @param required whether a mapping without it is at fault
/// @param literal whether `{{ }}` is not interpolated there
/// @param doc one sentence
/// @param examples values as written, for completion and hover
public record KeySpec(
    String name,
    ValueShape shape,
    @Nullable FieldSpec field,
    boolean required,
    boolean literal,
    String doc,
    List<String> examples) {
  public KeySpec {
    examples = List.copyOf(examples);
  }

  static KeySpec of(String name, ValueShape shape, String doc, String... examples) {
    return new KeySpec(name, shape, null, false, false, doc, List.of(examples));
  }

  static KeySpec of(FieldSpec field, ValueShape shape, String... examples) {
    return new KeySpec(field.name(), shape, field, false, false, field.doc(), List.of(examples));
  }

  /// The same, but a mapping without it is at fault.
  KeySpec asRequired() {
    return new KeySpec(name, shape, field, true, literal, doc, examples);
  }

  /// The same, but taken as it is written.
  KeySpec asLiteral() {
    return new KeySpec(name, shape, field, required, true, doc, examples);
  }
}
