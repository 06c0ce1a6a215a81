/// The assembly of plans from decisions, operations and explanations.
@NullMarked
package dev.procc.live.plan.assemble;

import org.jspecify.annotations.NullMarked;
