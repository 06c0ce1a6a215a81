/// Processes before they run: reading, patching, renaming, shifting, validating and rendering.
@NullMarked
package dev.procc.emulator.build;

import org.jspecify.annotations.NullMarked;
