package dev.procc.model.catalog;

/// How a fact about the API is known.
public enum FactBasis {
  /// In a table or sentence of the API's pages.
  STATED("documented"),
  /// Only in an example payload.
  EXAMPLE("known from examples"),
  /// Concluded from something else.
  INFERRED("not documented");

  private final String description;

  FactBasis(String description) {
    this.description = description;
  }

  /// What people read: `known from examples`.
  public String description() {
    return description;
  }
}
