/// Targets: how their live processes are reached, and the measured capabilities of their server.
@NullMarked
package dev.procc.app.connection;

import org.jspecify.annotations.NullMarked;
