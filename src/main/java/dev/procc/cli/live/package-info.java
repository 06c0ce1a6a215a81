/// The commands about live processes, their runs and the ledger.
@NullMarked
package dev.procc.cli.live;

import org.jspecify.annotations.NullMarked;
