/// The conversion of processes to the JSON of the Processes API and back, by the field table.
@NullMarked
package dev.procc.live.wire;

import org.jspecify.annotations.NullMarked;
