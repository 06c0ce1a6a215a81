/// The operations of the API, one class each.
@NullMarked
package dev.procc.emulator.endpoint;

import org.jspecify.annotations.NullMarked;
