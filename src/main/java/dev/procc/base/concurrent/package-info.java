/// One function over many values, on all processors.
@NullMarked
package dev.procc.base.concurrent;

import org.jspecify.annotations.NullMarked;
