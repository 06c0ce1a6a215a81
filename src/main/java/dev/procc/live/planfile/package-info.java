/// The plan as data: processes, what is done to them, what explains and what refuses it.
@NullMarked
package dev.procc.live.planfile;

import org.jspecify.annotations.NullMarked;
