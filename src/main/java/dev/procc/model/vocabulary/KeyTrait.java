package dev.procc.model.vocabulary;

/// A property of a key besides its shape.
public enum KeyTrait {
  /// A mapping must have the key.
  REQUIRED,
  /// `{{ }}` is not interpolated in the value.
  LITERAL
}
