/// HTTP exchanges, whatever they ask: proxies, certificates, limits, failures told apart.
@NullMarked
package dev.procc.live.http;

import org.jspecify.annotations.NullMarked;
