package dev.procc.live.plan.input;

import dev.procc.live.ledger.LedgerEntry;
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

  /// The ledger names none, and the project says which one it is.
  ///
  /// @param entry what the ledger says once it is adopted
  record Adoptable(LiveProcess live, LedgerEntry entry) implements LiveLookup {}

  /// The project says which one it is, and it cannot be that one.
  ///
  /// @param why in one sentence without a full stop
  /// @param help the way out
  record NotAdoptable(String why, String help) implements LiveLookup {}

  /// It is gone or in the bin: the server answered 404, or lists it no more.
  record Missing(String id) implements LiveLookup {}
}
