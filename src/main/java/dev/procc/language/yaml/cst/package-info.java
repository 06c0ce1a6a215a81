/// A concrete syntax tree of a YAML text, for the formatter.
@NullMarked
package dev.procc.language.yaml.cst;

import org.jspecify.annotations.NullMarked;
