/// The files of a new project.
@NullMarked
package dev.procc.language.scaffold;

import org.jspecify.annotations.NullMarked;
