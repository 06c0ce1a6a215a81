/// The comparison of a definition with a run that is under way: additions and manual steps.
@NullMarked
package dev.procc.live.runplan;

import org.jspecify.annotations.NullMarked;
