/// Future periods, as text and JSON: rolled forward, and checked before they are opened.
@NullMarked
package dev.procc.view.periods;

import org.jspecify.annotations.NullMarked;
