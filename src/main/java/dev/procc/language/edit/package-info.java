/// Edits of YAML texts that keep the rest: insertions and removals of items and entries, quoting.
@NullMarked
package dev.procc.language.edit;

import org.jspecify.annotations.NullMarked;
