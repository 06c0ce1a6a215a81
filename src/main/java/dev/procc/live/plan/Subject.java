package dev.procc.live.plan;

import dev.procc.live.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/// One process to plan: what the definition says, what is live, what was last recorded.
///
/// @param desired absent when the definition is gone and only the ledger knows the process
/// @param found what is live
/// @param entry absent when nothing was ever recorded
public record Subject(@Nullable Desired desired, Found found, @Nullable LedgerEntry entry) {
  public Subject {
    if (desired == null && entry == null) {
      throw new IllegalArgumentException("neither a definition nor an entry of the ledger");
    }
  }

  /// `key`, or `key@period`.
  public String identity() {
    return desired != null ? desired.identity() : entry == null ? "" : entry.identity();
  }
}
