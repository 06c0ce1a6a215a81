/// Files on disk: the one way in, and the one way out.
@NullMarked
package dev.procc.base.file;

import org.jspecify.annotations.NullMarked;
