/// What stands at a place of a text, half-typed or not: the path of keys, and what the language
/// expects there.
@NullMarked
package dev.procc.ide.cursor;

import org.jspecify.annotations.NullMarked;
