/// The severities and suppressions of a project, and their application to findings.
@NullMarked
package dev.procc.language.check.suppression;

import org.jspecify.annotations.NullMarked;
