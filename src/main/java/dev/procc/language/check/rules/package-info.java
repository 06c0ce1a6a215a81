/// One class a rule.
@NullMarked
package dev.procc.language.check.rules;

import org.jspecify.annotations.NullMarked;
