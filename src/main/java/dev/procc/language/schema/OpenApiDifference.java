package dev.procc.language.schema;

/// A place where a description of the API and the field table say different things.
///
/// @param place `ProcessJob.tags`, `ProcessJob`, `GET /processes`, `PATCH /dueDate`
/// @param kind what sort of difference
/// @param table what the table has, in words
/// @param file what the description has, in words
public record OpenApiDifference(String place, Kind kind, String table, String file) {
  /// Sorts of difference.
  public enum Kind {
    /// Only the table has it, and the API's pages state it.
    MISSING("missing"),
    /// Only the table has it, from an example or by conclusion.
    UNCONFIRMED("unconfirmed"),
    /// Only the description has it.
    UNKNOWN("unknown"),
    /// Both have it, with other types.
    TYPE("type"),
    /// Both have it; one of them requires it.
    REQUIRED("required");

    private final String label;

    Kind(String word) {
      this.label = word;
    }

    /// As machine output writes it.
    public String label() {
      return label;
    }
  }
}
