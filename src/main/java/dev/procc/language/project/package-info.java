/// Finds and reads the documents of a project and the tables beside them.
@NullMarked
package dev.procc.language.project;

import org.jspecify.annotations.NullMarked;
