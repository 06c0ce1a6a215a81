/// The HTTP side: server, routes, calls, tokens, rate limits and the request log.
@NullMarked
package dev.procc.emulator.http;

import org.jspecify.annotations.NullMarked;
