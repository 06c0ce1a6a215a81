/// Rules about what nothing uses any more, or what changes nothing.
@NullMarked
package dev.procc.language.check.rules.leftovers;

import org.jspecify.annotations.NullMarked;
