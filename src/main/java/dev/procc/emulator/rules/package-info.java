/// What the stand-in takes for the law where the documents are silent, and how it refuses.
@NullMarked
package dev.procc.emulator.rules;

import org.jspecify.annotations.NullMarked;
