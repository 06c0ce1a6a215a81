/// The HTTP client of the Processes API: tokens, paging, retries, rate limits.
@NullMarked
package dev.procc.live.api;

import org.jspecify.annotations.NullMarked;
