/// The writing of live values into the texts of the definitions that they differ from: for each
/// edit, the places where it could be written.
@NullMarked
package dev.procc.language.writeback;

import org.jspecify.annotations.NullMarked;
