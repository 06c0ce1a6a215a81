/// The operations of a plan as data: calls and their preconditions.
@NullMarked
package dev.procc.live.planfile.operation;

import org.jspecify.annotations.NullMarked;
