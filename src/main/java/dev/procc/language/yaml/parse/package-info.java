/// The parser: events composed into documents, merge keys, bounds and syntax errors.
@NullMarked
package dev.procc.language.yaml.parse;

import org.jspecify.annotations.NullMarked;
