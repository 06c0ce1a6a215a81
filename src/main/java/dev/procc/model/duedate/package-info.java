/// Date expressions: their grammar, their canonical form, and their derivations.
@NullMarked
package dev.procc.model.duedate;

import org.jspecify.annotations.NullMarked;
