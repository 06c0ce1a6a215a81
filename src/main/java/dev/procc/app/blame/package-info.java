/// The commits in which values of the definitions changed.
@NullMarked
package dev.procc.app.blame;

import org.jspecify.annotations.NullMarked;
