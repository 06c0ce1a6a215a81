/// Expands processes: variables, templates, loops, conditions and one-off changes, with provenance.
@NullMarked
package dev.procc.language.expand;

import org.jspecify.annotations.NullMarked;
