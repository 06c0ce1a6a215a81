/// YAML text to a tree of nodes with spans, quoting and comments; and edits that keep the rest.
@NullMarked
package dev.procc.language.yaml;

import org.jspecify.annotations.NullMarked;
