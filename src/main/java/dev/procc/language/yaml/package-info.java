/// YAML text to a tree of nodes with spans, quoting and comments: the front of the rooms below.
@NullMarked
package dev.procc.language.yaml;

import org.jspecify.annotations.NullMarked;
