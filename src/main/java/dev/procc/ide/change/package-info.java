/// Edits on request of an editor: fixes, renames, formatting.
@NullMarked
package dev.procc.ide.change;

import org.jspecify.annotations.NullMarked;
