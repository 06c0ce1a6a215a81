/// Rules about parts of the preview that are undocumented or have no effect.
@NullMarked
package dev.procc.language.check.rules.api;

import org.jspecify.annotations.NullMarked;
