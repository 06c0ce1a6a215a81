/// The formatter: one way to write definitions, which keeps comments, blank lines and meaning.
@NullMarked
package dev.procc.language.format;

import org.jspecify.annotations.NullMarked;
