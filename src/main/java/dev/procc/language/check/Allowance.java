package dev.procc.language.check;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings that are accepted, as written: in a comment or in the list of the project.
///
/// @param at where it is written
/// @param rules what is accepted
/// @param until the last day on which it is; absent for no end
/// @param reason why
/// @param covers the text that a comment is about; absent in the list of the project
/// @param address a pattern of addresses; absent for any
/// @param file a pattern of paths; absent for any
record Allowance(
    Span at,
    List<Allowed> rules,
    @Nullable LocalDate until,
    String reason,
    @Nullable Span covers,
    @Nullable String address,
    @Nullable String file) {
  /// One rule of it, and where its name is written.
  record Allowed(Code code, Span at) {}

  Allowance {
    rules = List.copyOf(rules);
  }

  boolean inSource() {
    return covers != null;
  }

  boolean names(Code code) {
    for (Allowed rule : rules) {
      if (rule.code().id().equals(code.id())) {
        return true;
      }
    }
    return false;
  }
}
