/// Date expressions resolved to dates, with the derivation of each.
@NullMarked
package dev.procc.model.duedate.resolve;

import org.jspecify.annotations.NullMarked;
