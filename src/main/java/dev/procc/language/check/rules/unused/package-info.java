/// Rules about what nothing uses any more, or what changes nothing.
@NullMarked
package dev.procc.language.check.rules.unused;

import org.jspecify.annotations.NullMarked;
