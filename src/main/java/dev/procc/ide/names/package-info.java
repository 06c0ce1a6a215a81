/// Names in the texts of a project: their declarations and uses.
@NullMarked
package dev.procc.ide.names;

import org.jspecify.annotations.NullMarked;
