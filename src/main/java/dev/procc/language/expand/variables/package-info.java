/// Variables: declarations, types, sources in order of precedence, constraints.
@NullMarked
package dev.procc.language.expand.variables;

import org.jspecify.annotations.NullMarked;
