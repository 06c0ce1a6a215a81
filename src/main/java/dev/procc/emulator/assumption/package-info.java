/// What the stand-in takes for the law where the documents are silent, and how it refuses.
@NullMarked
package dev.procc.emulator.assumption;

import org.jspecify.annotations.NullMarked;
