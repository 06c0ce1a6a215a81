/// Runs: the execution engine, what people do to tasks, and what a run looks like.
@NullMarked
package dev.procc.emulator.run;

import org.jspecify.annotations.NullMarked;
