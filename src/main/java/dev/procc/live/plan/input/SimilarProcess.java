package dev.procc.live.plan.input;

import org.jspecify.annotations.Nullable;

/// A live process that may belong to a definition without one, so that creating another one would
/// make a duplicate.
///
/// @param recordedAs its identity in the ledger, which no definition has any more; null if it is
///   not recorded
/// @param isRead whether it was read; if not, the token has no permission to
public record SimilarProcess(String id, String name, @Nullable String recordedAs, boolean isRead) {
  /// A copy that the token has no permission to read.
  public SimilarProcess unread() {
    return new SimilarProcess(id, name, recordedAs, false);
  }
}
