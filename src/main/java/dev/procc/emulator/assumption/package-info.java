/// The assumptions of the emulator where the documents leave a question open, and its error
/// replies.
@NullMarked
package dev.procc.emulator.assumption;

import org.jspecify.annotations.NullMarked;
