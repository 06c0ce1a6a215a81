package dev.procc.language.schema;

/// A difference between a description of the API and the field table.
///
/// @param place `ProcessJob.tags`, `ProcessJob`, `GET /processes`, `PATCH /dueDate`
/// @param kind of difference
/// @param table the text for what the table has
/// @param file the text for what the description has
public record OpenApiDifference(String place, Kind kind, String table, String file) {
  /// The kinds of difference.
  public enum Kind {
    /// Only the table has it, and the API's documentation states it.
    MISSING("missing"),
    /// Only the table has it, from an example or by conclusion.
    UNCONFIRMED("unconfirmed"),
    /// Only the description has it.
    UNKNOWN("unknown"),
    /// Both have it, with different types.
    TYPE("type"),
    /// Both have it, and one of them requires it.
    REQUIRED("required");

    private final String label;

    Kind(String word) {
      this.label = word;
    }

    /// The word in JSON output.
    public String label() {
      return label;
    }
  }
}
