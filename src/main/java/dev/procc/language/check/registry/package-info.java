/// The list of all rules, and the run of them.
@NullMarked
package dev.procc.language.check.registry;

import org.jspecify.annotations.NullMarked;
