/// Evidence records of applies: written, stored and read back.
@NullMarked
package dev.procc.live.evidence;

import org.jspecify.annotations.NullMarked;
