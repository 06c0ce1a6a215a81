/// Work on live processes and their records, as text and JSON.
@NullMarked
package dev.procc.view.live;

import org.jspecify.annotations.NullMarked;
