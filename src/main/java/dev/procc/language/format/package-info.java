/// The formatter: one way to write a definition, with comments, blank lines and meaning kept.
@NullMarked
package dev.procc.language.format;

import org.jspecify.annotations.NullMarked;
