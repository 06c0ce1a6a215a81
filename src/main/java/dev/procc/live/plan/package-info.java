/// Facts to the fewest operations, with reasons, refusals and what they rest on: the plan file.
@NullMarked
package dev.procc.live.plan;

import org.jspecify.annotations.NullMarked;
