/// Processes before they run: how they are read, patched, renamed, shifted, validated and shown.
@NullMarked
package dev.procc.emulator.build;

import org.jspecify.annotations.NullMarked;
