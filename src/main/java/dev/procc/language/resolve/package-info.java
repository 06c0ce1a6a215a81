/// The resolution of declarations to the compiled process: defaults, people, documents, dates, and
/// the origin of each value.
@NullMarked
package dev.procc.language.resolve;

import org.jspecify.annotations.NullMarked;
