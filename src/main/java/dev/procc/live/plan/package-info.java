/// The planner: from comparison and decision to the fewest operations, with reasons and refusals.
@NullMarked
package dev.procc.live.plan;

import org.jspecify.annotations.NullMarked;
