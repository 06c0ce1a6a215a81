/// The rows in memory, their log on disk, and the clock and ids for them.
@NullMarked
package dev.procc.emulator.store;

import org.jspecify.annotations.NullMarked;
