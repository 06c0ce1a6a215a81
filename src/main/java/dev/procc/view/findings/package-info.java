/// Findings in each output format.
@NullMarked
package dev.procc.view.findings;

import org.jspecify.annotations.NullMarked;
