/// The roll-forward to the next period, and what does not carry over.
@NullMarked
package dev.procc.language.periods;

import org.jspecify.annotations.NullMarked;
