package dev.procc.language.check.suppression;

import dev.procc.base.finding.Code;
import dev.procc.base.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A suppression of findings as written: in a comment or in the list of the project.
///
/// @param span of the suppression
/// @param codes of the findings that it covers
/// @param until its last day; null if it has no end
/// @param scope which findings with these codes it covers
record Suppression(
    Span span,
    List<SuppressedCode> codes,
    String reason,
    @Nullable LocalDate until,
    SuppressionScope scope) {
  /// One of its codes, and the span of its name.
  record SuppressedCode(Code code, Span span) {}

  /// The scope of a suppression.
  ///
  /// @param text the text that a comment is about; null in the list of the project
  /// @param address a pattern for addresses; null for any
  /// @param file a pattern for paths; null for any
  record SuppressionScope(@Nullable Span text, @Nullable String address, @Nullable String file) {}

  Suppression {
    codes = List.copyOf(codes);
  }

  boolean isComment() {
    return scope.text() != null;
  }

  boolean includes(Code code) {
    for (SuppressedCode each : codes) {
      if (each.code().id().equals(code.id())) {
        return true;
      }
    }
    return false;
  }

  /// The span of the name of a code that it includes; of all of it if it does not include it.
  Span spanOf(Code code) {
    for (SuppressedCode each : codes) {
      if (each.code().id().equals(code.id())) {
        return each.span();
      }
    }
    return span;
  }

  boolean isExpired(@Nullable LocalDate day) {
    return until != null && day != null && day.isAfter(until);
  }
}
