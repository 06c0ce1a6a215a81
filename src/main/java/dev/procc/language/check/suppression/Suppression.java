package dev.procc.language.check.suppression;

import dev.procc.base.finding.Code;
import dev.procc.base.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings that are accepted, as written: in a comment or in the list of the project.
///
/// @param span where it is written
/// @param codes what is accepted
/// @param until the last day on which it is; absent for no end
/// @param reason why
/// @param coveredText the text that a comment is about; absent in the list of the project
/// @param address a pattern of addresses; absent for any
/// @param file a pattern of paths; absent for any
record Suppression(
    Span span,
    List<SuppressedCode> codes,
    @Nullable LocalDate until,
    String reason,
    @Nullable Span coveredText,
    @Nullable String address,
    @Nullable String file) {
  /// One rule of it, and where its name is written.
  record SuppressedCode(Code code, Span span) {}

  Suppression {
    codes = List.copyOf(codes);
  }

  boolean isComment() {
    return coveredText != null;
  }

  boolean includes(Code code) {
    for (SuppressedCode rule : codes) {
      if (rule.code().id().equals(code.id())) {
        return true;
      }
    }
    return false;
  }
}
