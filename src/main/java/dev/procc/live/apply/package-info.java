/// Carries out a plan: checks, writes, verifies, recovers; and the small verbs beside it.
@NullMarked
package dev.procc.live.apply;

import org.jspecify.annotations.NullMarked;
