/// Rules about texts that will be wrong later.
@NullMarked
package dev.procc.language.check.rules.style;

import org.jspecify.annotations.NullMarked;
