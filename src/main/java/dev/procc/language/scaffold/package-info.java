/// A new project: the files it begins with.
@NullMarked
package dev.procc.language.scaffold;

import org.jspecify.annotations.NullMarked;
