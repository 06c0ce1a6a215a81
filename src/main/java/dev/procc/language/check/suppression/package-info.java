/// Severities and suppressions that a project sets for findings, applied to what was found.
@NullMarked
package dev.procc.language.check.suppression;

import org.jspecify.annotations.NullMarked;
