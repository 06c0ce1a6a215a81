package dev.procc.base.finding;

import dev.procc.base.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A finding that a suppression covers: it is counted, and fails nothing.
///
/// @param span the text of the suppression
/// @param inSource whether that is a comment beside it, rather than an entry of the project file
/// @param reason why it is suppressed
/// @param until the last day on which it is; null for no end
public record SuppressedFinding(
    Finding finding, Span span, boolean inSource, String reason, @Nullable LocalDate until) {}
