/// Resolution of date expressions to dates, with derivations.
@NullMarked
package dev.procc.model.duedate.resolve;

import org.jspecify.annotations.NullMarked;
