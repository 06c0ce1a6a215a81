/// Results of an apply: verdicts, mismatches, server findings, events.
@NullMarked
package dev.procc.live.outcome;

import org.jspecify.annotations.NullMarked;
