/// Projects opened for a request: where they are, what is selected, what was found.
@NullMarked
package dev.procc.app.project;

import org.jspecify.annotations.NullMarked;
