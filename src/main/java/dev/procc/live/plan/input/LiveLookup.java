package dev.procc.live.plan.input;

import dev.procc.live.wire.LiveProcess;

/// What is known about the live process that the ledger names.
public sealed interface LiveLookup {
  /// The ledger names none.
  LiveLookup NONE = new NotRecorded();

  /// The ledger names none.
  record NotRecorded() implements LiveLookup {}

  /// It was read.
  record Read(LiveProcess live) implements LiveLookup {}

  /// It was not read: list and ledger agree on its revision, and its sources are those of the last
  /// apply.
  record Unchanged(String id, String name, long revision) implements LiveLookup {}

  /// The server answered 404.
  record Missing(String id) implements LiveLookup {}
}
