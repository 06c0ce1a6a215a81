/// Live values written back into the texts that made what they differ from: for each edit the
/// places where it could be written.
@NullMarked
package dev.procc.language.writeback;

import org.jspecify.annotations.NullMarked;
