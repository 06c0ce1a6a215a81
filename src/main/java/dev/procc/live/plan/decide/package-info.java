/// Decisions: in place, replacement, rename, creation; the smallest set of operations.
@NullMarked
package dev.procc.live.plan.decide;

import org.jspecify.annotations.NullMarked;
