/// `forEach`: axes, iterations and keys of what they make.
@NullMarked
package dev.procc.language.expand.loops;

import org.jspecify.annotations.NullMarked;
