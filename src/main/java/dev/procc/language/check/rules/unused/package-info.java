/// Rules about what is unused or has no effect.
@NullMarked
package dev.procc.language.check.rules.unused;

import org.jspecify.annotations.NullMarked;
