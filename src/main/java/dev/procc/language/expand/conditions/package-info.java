/// Conditions of `if`: parsed and evaluated.
@NullMarked
package dev.procc.language.expand.conditions;

import org.jspecify.annotations.NullMarked;
