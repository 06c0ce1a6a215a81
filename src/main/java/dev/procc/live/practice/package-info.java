/// The local Processes API beyond the API itself: its clock.
@NullMarked
package dev.procc.live.practice;

import org.jspecify.annotations.NullMarked;
