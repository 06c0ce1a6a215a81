package dev.procc.base.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fix: edits that end a finding.
///
/// @param title an imperative: `quote the value`
/// @param safe whether the process stays what the author meant, so that `--fix` applies it
/// @param edits in one or several files, not overlapping
public record Fix(String title, boolean safe, List<TextEdit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fix that
        && title.equals(that.title)
        && safe == that.safe
        && edits.equals(that.edits);
  }

  @Override
  public int hashCode() {
    return 31 * title.hashCode() + edits.hashCode();
  }

  public static Fix safe(String title, TextEdit... edits) {
    return new Fix(title, true, List.of(edits));
  }

  public static Fix unsafe(String title, TextEdit... edits) {
    return new Fix(title, false, List.of(edits));
  }
}
