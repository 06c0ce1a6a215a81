/// The comparison of two versions of the definitions, as if the first one were live.
@NullMarked
package dev.procc.live.compare;

import org.jspecify.annotations.NullMarked;
