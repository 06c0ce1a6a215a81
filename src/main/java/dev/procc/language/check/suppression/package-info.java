/// Severities and suppressions that a project sets for findings, applied to findings.
@NullMarked
package dev.procc.language.check.suppression;

import org.jspecify.annotations.NullMarked;
