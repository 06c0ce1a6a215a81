/// Rules about what the API takes and what its validation asks for.
@NullMarked
package dev.procc.language.check.rules.limits;

import org.jspecify.annotations.NullMarked;
