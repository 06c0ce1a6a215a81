/// State and journal, one ledger: what was last sent to each process, and where an apply stands.
@NullMarked
package dev.procc.live.ledger;

import org.jspecify.annotations.NullMarked;
