/// The context of a position in a text, complete or not: the path of keys, and what the language
/// expects there.
@NullMarked
package dev.procc.ide.cursor;

import org.jspecify.annotations.NullMarked;
