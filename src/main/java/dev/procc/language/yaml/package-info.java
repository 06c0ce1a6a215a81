/// The entry points of YAML: from bytes to text, from text to nodes with spans, quoting and
/// comments.
@NullMarked
package dev.procc.language.yaml;

import org.jspecify.annotations.NullMarked;
