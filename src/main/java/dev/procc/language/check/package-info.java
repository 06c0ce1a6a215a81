/// Rules and their input: compiled processes, and the documents of a project.
@NullMarked
package dev.procc.language.check;

import org.jspecify.annotations.NullMarked;
