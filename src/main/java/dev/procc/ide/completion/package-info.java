/// What can be typed at a place of a definition.
@NullMarked
package dev.procc.ide.completion;

import org.jspecify.annotations.NullMarked;
