package dev.procc.live.plan.input;

import org.jspecify.annotations.Nullable;

/// A live process that may be the one of a definition without any: to create one more would make a
/// duplicate.
///
/// @param recordedAs the identity it is recorded under, which no definition has any more; null if
///   no record names it
/// @param isRead whether it was looked at; the token may not read one that was not
public record SimilarProcess(String id, String name, @Nullable String recordedAs, boolean isRead) {
  /// The same where the token may not read it.
  public SimilarProcess unread() {
    return new SimilarProcess(id, name, recordedAs, false);
  }
}
