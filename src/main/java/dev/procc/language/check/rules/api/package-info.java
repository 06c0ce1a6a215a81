/// Rules about what of the preview is not known, or has no effect.
@NullMarked
package dev.procc.language.check.rules.api;

import org.jspecify.annotations.NullMarked;
