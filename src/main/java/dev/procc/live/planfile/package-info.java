/// The plan as data: processes, the work on them, its explanation, and refusals.
@NullMarked
package dev.procc.live.planfile;

import org.jspecify.annotations.NullMarked;
