/// The explanation of plans: causes, changes, dates, workloads, source lines.
@NullMarked
package dev.procc.live.plan.explain;

import org.jspecify.annotations.NullMarked;
