/// Faults: which call is hit, and what happens to it.
@NullMarked
package dev.procc.emulator.fault;

import org.jspecify.annotations.NullMarked;
