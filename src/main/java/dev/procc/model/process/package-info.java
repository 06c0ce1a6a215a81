/// Compiled processes: resolved, immutable, canonical, without spans.
@NullMarked
package dev.procc.model.process;

import org.jspecify.annotations.NullMarked;
