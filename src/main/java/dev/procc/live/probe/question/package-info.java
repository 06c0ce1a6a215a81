/// The probes, one class a question.
@NullMarked
package dev.procc.live.probe.question;

import org.jspecify.annotations.NullMarked;
