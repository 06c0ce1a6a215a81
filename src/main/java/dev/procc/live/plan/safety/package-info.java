/// Safety rules: what refuses a plan, and what lifts each refusal.
@NullMarked
package dev.procc.live.plan.safety;

import org.jspecify.annotations.NullMarked;
