/// The records that a write leaves in the ledger: hashes of what was sent and of what was read
/// back.
@NullMarked
package dev.procc.live.record;

import org.jspecify.annotations.NullMarked;
