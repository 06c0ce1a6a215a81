/// Two versions of the definitions compared: what a change moves.
@NullMarked
package dev.procc.app.impact;

import org.jspecify.annotations.NullMarked;
