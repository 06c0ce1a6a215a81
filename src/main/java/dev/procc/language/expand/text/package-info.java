/// Tags in scalars, rendered by a bounded Mustache engine.
@NullMarked
package dev.procc.language.expand.text;

import org.jspecify.annotations.NullMarked;
