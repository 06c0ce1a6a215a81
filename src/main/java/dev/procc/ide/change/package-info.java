/// Edits that an editor can ask for: fixes, new names, formatting.
@NullMarked
package dev.procc.ide.change;

import org.jspecify.annotations.NullMarked;
