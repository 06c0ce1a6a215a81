package dev.procc.language.project;

import org.jspecify.annotations.Nullable;

/// One process that should live: a definition, in a period if it has any.
///
/// @param process its document
/// @param period the period's document; absent for a process that no period names
public record Instance(SourceDocument process, @Nullable SourceDocument period) {
  /// `close@2024-Q4`, or `close` without a period.
  public String identity() {
    SourceDocument in = period;
    return in == null ? process.key() : process.key() + "@" + in.key();
  }
}
