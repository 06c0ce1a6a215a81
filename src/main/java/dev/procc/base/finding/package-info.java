/// What is said about a definition, a plan or a server's answer: codes, findings, fixes, outcomes.
@NullMarked
package dev.procc.base.finding;

import org.jspecify.annotations.NullMarked;
