/// The plan file: how a plan is written, hashed and read strictly.
@NullMarked
package dev.procc.live.planfile.format;

import org.jspecify.annotations.NullMarked;
