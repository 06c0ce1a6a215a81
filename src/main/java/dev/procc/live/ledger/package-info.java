/// The ledger: the record of what was last sent to each process, and the journal of an apply.
@NullMarked
package dev.procc.live.ledger;

import org.jspecify.annotations.NullMarked;
