/// The git program: the only access to repositories.
@NullMarked
package dev.procc.base.git;

import org.jspecify.annotations.NullMarked;
