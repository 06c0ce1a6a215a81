package dev.procc.live.plan.input;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.wire.LiveProcess;

/// The result of looking for the live process in the ledger.
public sealed interface LiveLookup {
  /// The ledger has none.
  LiveLookup NONE = new NotRecorded();

  /// The ledger has none.
  record NotRecorded() implements LiveLookup {}

  /// It was read.
  record Read(LiveProcess live) implements LiveLookup {}

  /// It was not read, since list and ledger have the same revision, and its sources are those of
  /// the last apply.
  record Unchanged(String id, String name, long revision) implements LiveLookup {}

  /// The ledger has none, and the project says which one to adopt.
  ///
  /// @param entry the ledger entry after the adoption
  record Adoptable(LiveProcess live, LedgerEntry entry) implements LiveLookup {}

  /// The project says which one to adopt, but it cannot be that one.
  ///
  /// @param why in one sentence without a full stop
  /// @param way out
  record NotAdoptable(String why, WayOut way) implements LiveLookup {}

  /// It is gone or in the bin: the server answered 404, or lists it no more.
  record Missing(String id) implements LiveLookup {}
}
