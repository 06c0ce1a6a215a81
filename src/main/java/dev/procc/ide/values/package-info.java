/// Fields of compiled processes by the texts that made them, for hovers, hints and counts.
@NullMarked
package dev.procc.ide.values;

import org.jspecify.annotations.NullMarked;
