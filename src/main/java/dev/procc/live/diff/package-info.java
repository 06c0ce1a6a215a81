/// The differences of two processes: which nodes are the same, what was added, removed, moved and
/// changed, and by whom.
@NullMarked
package dev.procc.live.diff;

import org.jspecify.annotations.NullMarked;
