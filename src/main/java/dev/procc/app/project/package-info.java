/// Projects opened for a request: where they are, what of them is asked for, what was found.
@NullMarked
package dev.procc.app.project;

import org.jspecify.annotations.NullMarked;
