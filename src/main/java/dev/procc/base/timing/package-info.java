/// Where the time of a run goes.
@NullMarked
package dev.procc.base.timing;

import org.jspecify.annotations.NullMarked;
