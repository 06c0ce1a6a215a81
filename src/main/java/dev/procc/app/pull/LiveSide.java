package dev.procc.app.pull;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.wire.LiveProcess;
import org.jspecify.annotations.Nullable;

/// A live process and its ledger entry.
record LiveSide(LiveProcess live, @Nullable LedgerEntry entry) {}
