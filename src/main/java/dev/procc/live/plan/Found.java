package dev.procc.live.plan;

import dev.procc.live.wire.LiveProcess;

/// What is known about the live process that the ledger names.
public sealed interface Found {
  /// The ledger names none.
  Found NONE = new None();

  /// The ledger names none.
  record None() implements Found {}

  /// It was read.
  record Read(LiveProcess live) implements Found {}

  /// It was not read: list and ledger agree on its revision, and its sources are those of the last
  /// apply.
  record Unchanged(String id, String name, long revision) implements Found {}

  /// The server answered 404.
  record Missing(String id) implements Found {}
}
