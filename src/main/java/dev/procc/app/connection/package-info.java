/// Targets: where the live processes are reached, with what, and what their server was found to do.
@NullMarked
package dev.procc.app.connection;

import org.jspecify.annotations.NullMarked;
