/// The rows in memory, their log on disk, and the clock and the ids they are stamped with.
@NullMarked
package dev.procc.emulator.store;

import org.jspecify.annotations.NullMarked;
