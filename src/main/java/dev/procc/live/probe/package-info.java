/// Finds out by throw-away processes what the documents of the API leave open.
@NullMarked
package dev.procc.live.probe;

import org.jspecify.annotations.NullMarked;
