/// Facts to the fewest operations, with reasons, refusals and what they rest on.
@NullMarked
package dev.procc.live.plan;

import org.jspecify.annotations.NullMarked;
