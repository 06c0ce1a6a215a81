package dev.procc.base.finding;

import dev.procc.base.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A finding that is suppressed: it is counted, and does not fail the check.
///
/// @param span the text of the suppression
/// @param inSource whether that is a comment in the definition, rather than an entry of the project
///   file
/// @param reason why it is suppressed
/// @param until the last day of the suppression; null if it has no end
public record SuppressedFinding(
    Finding finding, Span span, boolean inSource, String reason, @Nullable LocalDate until) {}
