/// The plan file: how a plan is written, hashed and strictly read.
@NullMarked
package dev.procc.live.planfile.format;

import org.jspecify.annotations.NullMarked;
