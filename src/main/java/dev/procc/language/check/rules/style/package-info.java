/// Rules about texts that will not age well.
@NullMarked
package dev.procc.language.check.rules.style;

import org.jspecify.annotations.NullMarked;
