/// The operations of the API, one class each.
@NullMarked
package dev.procc.emulator.operation;

import org.jspecify.annotations.NullMarked;
