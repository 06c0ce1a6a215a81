/// Runs: the execution engine, the actions of people, and how runs are rendered.
@NullMarked
package dev.procc.emulator.run;

import org.jspecify.annotations.NullMarked;
