/// Inputs of a plan: desired process, settings, overrides, limits, what was found live.
@NullMarked
package dev.procc.live.plan.input;

import org.jspecify.annotations.NullMarked;
