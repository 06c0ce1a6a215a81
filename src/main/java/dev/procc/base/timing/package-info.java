/// Measurement of the time that a call of procc takes.
@NullMarked
package dev.procc.base.timing;

import org.jspecify.annotations.NullMarked;
