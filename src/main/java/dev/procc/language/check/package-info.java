/// What a rule is and what it looks at: compiled processes, and the documents of a project.
@NullMarked
package dev.procc.language.check;

import org.jspecify.annotations.NullMarked;
