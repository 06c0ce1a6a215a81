/// Impact: the effects of a change, by comparing two versions of the definitions.
@NullMarked
package dev.procc.app.impact;

import org.jspecify.annotations.NullMarked;
