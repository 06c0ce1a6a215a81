package dev.procc.base.diagnostic;

import java.util.List;

/// A mechanical cure.
///
/// @param title an order: `quote the value`
/// @param safe whether it keeps what the author meant, so that `--fix` may do it unasked
/// @param edits of any files, not overlapping
public record Fix(String title, boolean safe, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  public static Fix safe(String title, Edit... edits) {
    return new Fix(title, true, List.of(edits));
  }

  public static Fix unsafe(String title, Edit... edits) {
    return new Fix(title, false, List.of(edits));
  }
}
