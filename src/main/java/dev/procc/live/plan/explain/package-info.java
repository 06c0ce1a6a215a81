/// Explanations of a plan: causes, changes, dates, workloads, source lines.
@NullMarked
package dev.procc.live.plan.explain;

import org.jspecify.annotations.NullMarked;
