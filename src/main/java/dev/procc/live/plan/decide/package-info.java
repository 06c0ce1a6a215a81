/// Decisions: in place, replacement, creation, with the fewest operations.
@NullMarked
package dev.procc.live.plan.decide;

import org.jspecify.annotations.NullMarked;
