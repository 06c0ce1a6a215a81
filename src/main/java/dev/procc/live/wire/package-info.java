/// A process to the JSON of the Processes API and back, from the field table.
@NullMarked
package dev.procc.live.wire;

import org.jspecify.annotations.NullMarked;
