/// Edits that nobody has made yet, as texts laid over a project.
@NullMarked
package dev.procc.language.whatif;

import org.jspecify.annotations.NullMarked;
