/// The next period from the last one, and what does not follow by itself.
@NullMarked
package dev.procc.language.periods;

import org.jspecify.annotations.NullMarked;
