/// The plan as data: its changes, operations, refusals and hashes, and the file that holds it.
@NullMarked
package dev.procc.live.planfile;

import org.jspecify.annotations.NullMarked;
