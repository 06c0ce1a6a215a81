package dev.procc.model.catalog;

/// The basis on which a fact about the API is known.
public enum FactBasis {
  /// A table or sentence of the API's documentation.
  STATED("documented"),
  /// Only an example payload.
  EXAMPLE("known from examples"),
  /// A conclusion from something else.
  INFERRED("not documented");

  private final String description;

  FactBasis(String description) {
    this.description = description;
  }

  /// The text for people: `known from examples`.
  public String description() {
    return description;
  }
}
