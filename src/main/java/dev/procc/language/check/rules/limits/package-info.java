/// Rules about the limits of the API.
@NullMarked
package dev.procc.language.check.rules.limits;

import org.jspecify.annotations.NullMarked;
