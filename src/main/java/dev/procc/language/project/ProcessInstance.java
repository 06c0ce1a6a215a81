package dev.procc.language.project;

import org.jspecify.annotations.Nullable;

/// A process of a project: a definition, in a period if it has one.
///
/// @param process its document
/// @param period the period's document; null for a process that no period names
public record ProcessInstance(SourceDocument process, @Nullable SourceDocument period) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProcessInstance that
        && process == that.process
        && period == that.period;
  }

  @Override
  public int hashCode() {
    return 31 * process.hashCode() + (period == null ? 0 : period.hashCode());
  }

  /// `close@2024-Q4`, or `close` without a period.
  public String identity() {
    SourceDocument in = period;
    return in == null ? process.key() : process.key() + "@" + in.key();
  }
}
