package dev.procc.model.vocabulary;

/// Something about a key of the language besides its shape.
public enum KeyTrait {
  /// A mapping without the key is at fault.
  REQUIRED,
  /// `{{ }}` is not interpolated in the value.
  LITERAL
}
