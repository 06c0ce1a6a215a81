/// Tags in scalars, rendered within bounds, by a Mustache engine where they have sections.
@NullMarked
package dev.procc.language.expand.text;

import org.jspecify.annotations.NullMarked;
