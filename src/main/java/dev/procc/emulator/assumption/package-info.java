/// The assumptions of the emulator about what the documentation leaves open, and its error replies.
@NullMarked
package dev.procc.emulator.assumption;

import org.jspecify.annotations.NullMarked;
