/// Two versions of the definitions, compared as if what the first one says were live.
@NullMarked
package dev.procc.live.compare;

import org.jspecify.annotations.NullMarked;
