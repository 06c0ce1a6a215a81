/// The expansion of processes: variables, templates, loops, conditions and one-off changes, with
/// origins.
@NullMarked
package dev.procc.language.expand;

import org.jspecify.annotations.NullMarked;
