/// Changes of a plan as data: fields, causes, dates, workloads.
@NullMarked
package dev.procc.live.planfile.change;

import org.jspecify.annotations.NullMarked;
