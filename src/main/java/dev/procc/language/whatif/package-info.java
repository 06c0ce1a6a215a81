/// Assumed edits, applied to a copy of a project in memory.
@NullMarked
package dev.procc.language.whatif;

import org.jspecify.annotations.NullMarked;
