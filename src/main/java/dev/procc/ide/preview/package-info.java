/// Previews of unsaved texts: the rendered process, the dates that move.
@NullMarked
package dev.procc.ide.preview;

import org.jspecify.annotations.NullMarked;
