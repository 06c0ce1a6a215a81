/// HTTP exchanges of any kind: proxies, certificates, limits, classified failures.
@NullMarked
package dev.procc.live.http;

import org.jspecify.annotations.NullMarked;
