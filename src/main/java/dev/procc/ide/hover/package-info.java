/// Hover texts: the meaning of a word, its value with its layers, its date day by day.
@NullMarked
package dev.procc.ide.hover;

import org.jspecify.annotations.NullMarked;
