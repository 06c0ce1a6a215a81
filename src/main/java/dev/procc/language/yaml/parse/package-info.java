/// The parser: from events to documents, with merge keys, limits and syntax errors.
@NullMarked
package dev.procc.language.yaml.parse;

import org.jspecify.annotations.NullMarked;
