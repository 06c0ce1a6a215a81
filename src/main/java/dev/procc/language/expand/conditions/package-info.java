/// Conditions of `if`: parsed and decided.
@NullMarked
package dev.procc.language.expand.conditions;

import org.jspecify.annotations.NullMarked;
