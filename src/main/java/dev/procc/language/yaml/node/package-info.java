/// Nodes of a YAML document with their spans, comments and quoting.
@NullMarked
package dev.procc.language.yaml.node;

import org.jspecify.annotations.NullMarked;
