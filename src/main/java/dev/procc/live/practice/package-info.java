/// What is asked of a local Processes API beyond the API: its clock.
@NullMarked
package dev.procc.live.practice;

import org.jspecify.annotations.NullMarked;
