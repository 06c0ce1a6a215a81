/// Source files, spans and provenance: the only place that turns offsets into lines.
@NullMarked
package dev.procc.base.source;

import org.jspecify.annotations.NullMarked;
