/// Names in the texts of a project: where each is declared, and where it is used.
@NullMarked
package dev.procc.ide.names;

import org.jspecify.annotations.NullMarked;
