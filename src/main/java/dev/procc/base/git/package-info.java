/// The git program: the one way to repositories.
@NullMarked
package dev.procc.base.git;

import org.jspecify.annotations.NullMarked;
