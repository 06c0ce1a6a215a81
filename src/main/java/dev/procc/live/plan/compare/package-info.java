/// The comparison of a definition with the live process and with what was last applied.
@NullMarked
package dev.procc.live.plan.compare;

import org.jspecify.annotations.NullMarked;
