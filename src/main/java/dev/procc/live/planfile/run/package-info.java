/// The plan for a run as data: manual steps and task additions.
@NullMarked
package dev.procc.live.planfile.run;

import org.jspecify.annotations.NullMarked;
