/// Date expressions: their grammar, their canonical form, and their days with every step to them.
@NullMarked
package dev.procc.model.duedate;

import org.jspecify.annotations.NullMarked;
