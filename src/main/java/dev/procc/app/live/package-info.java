/// Work on live processes, one at a time, by the keys of their definitions.
@NullMarked
package dev.procc.app.live;

import org.jspecify.annotations.NullMarked;
