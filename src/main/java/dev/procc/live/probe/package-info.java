/// The questions that the documents of the API leave open, and their measuring with throw-away
/// processes.
@NullMarked
package dev.procc.live.probe;

import org.jspecify.annotations.NullMarked;
