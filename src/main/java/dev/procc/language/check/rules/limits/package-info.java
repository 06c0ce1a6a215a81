/// Rules about what the API takes, and what of its preview is not known.
@NullMarked
package dev.procc.language.check.rules.limits;

import org.jspecify.annotations.NullMarked;
