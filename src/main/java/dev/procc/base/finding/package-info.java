/// Findings: their codes, severities, fixes and collectors.
@NullMarked
package dev.procc.base.finding;

import org.jspecify.annotations.NullMarked;
