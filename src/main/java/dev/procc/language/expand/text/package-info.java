/// Tags in scalars, rendered within limits; a Mustache engine renders sections.
@NullMarked
package dev.procc.language.expand.text;

import org.jspecify.annotations.NullMarked;
