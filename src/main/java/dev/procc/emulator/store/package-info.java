/// Rows in memory, written through to a log, with the clock and the ids they are stamped with.
@NullMarked
package dev.procc.emulator.store;

import org.jspecify.annotations.NullMarked;
