/// Findings about a definition, a plan or a server's answer: their codes, fixes and collectors.
@NullMarked
package dev.procc.base.finding;

import org.jspecify.annotations.NullMarked;
