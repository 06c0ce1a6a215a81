package dev.procc.app.pull;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.wire.LiveProcess;
import org.jspecify.annotations.Nullable;

/// A live process beside its record.
record LiveSide(LiveProcess live, @Nullable LedgerEntry entry) {}
