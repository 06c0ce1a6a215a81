/// The application of plans, with checks, read-back and recovery, and the other commands that
/// write.
@NullMarked
package dev.procc.live.apply;

import org.jspecify.annotations.NullMarked;
