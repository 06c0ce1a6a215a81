/// Measurements: counting business days beside OpenGamma Strata, and resolving a large process.
@NullMarked
package dev.procc.bench;

import org.jspecify.annotations.NullMarked;
