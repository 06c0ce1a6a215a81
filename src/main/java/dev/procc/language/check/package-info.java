/// Judges compiled processes: one list of rules, and the findings that are accepted.
@NullMarked
package dev.procc.language.check;

import org.jspecify.annotations.NullMarked;
