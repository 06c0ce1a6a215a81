/// What is known of the word at a place: its meaning, its value with its layers, its date day by
/// day.
@NullMarked
package dev.procc.ide.hover;

import org.jspecify.annotations.NullMarked;
