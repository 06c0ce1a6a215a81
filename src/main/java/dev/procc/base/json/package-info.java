/// Ordered JSON values: a reader with limits and a canonical writer (RFC 8785).
@NullMarked
package dev.procc.base.json;

import org.jspecify.annotations.NullMarked;
