/// What was done to live processes, and what is recorded of them, as text and JSON.
@NullMarked
package dev.procc.view.live;

import org.jspecify.annotations.NullMarked;
