/// Helpers that rules share: values as written, fields of a process.
@NullMarked
package dev.procc.language.check.rules;

import org.jspecify.annotations.NullMarked;
