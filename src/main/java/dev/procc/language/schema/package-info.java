/// JSON Schemas, generated from the vocabulary and the field table, and the strict check with them.
@NullMarked
package dev.procc.language.schema;

import org.jspecify.annotations.NullMarked;
