/// Loops (`forEach`): axes, iterations and their keys.
@NullMarked
package dev.procc.language.expand.loops;

import org.jspecify.annotations.NullMarked;
