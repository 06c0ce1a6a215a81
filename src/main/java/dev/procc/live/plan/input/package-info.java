/// The inputs of a plan: desired processes, settings, overrides, limits, and what was found live.
@NullMarked
package dev.procc.live.plan.input;

import org.jspecify.annotations.NullMarked;
