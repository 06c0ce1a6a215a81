/// Declarations to the compiled process: defaults, people, documents, dates, and where each came
/// from.
@NullMarked
package dev.procc.language.resolve;

import org.jspecify.annotations.NullMarked;
