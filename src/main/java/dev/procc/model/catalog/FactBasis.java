package dev.procc.model.catalog;

/// How a fact about the API is known.
public enum FactBasis {
  /// In a table or sentence of the API's pages.
  STATED,
  /// Only in an example payload.
  EXAMPLE,
  /// Concluded from something else.
  INFERRED
}
