package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.language.yaml.parse.PatchedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A repair to try for a syntax error, and the finding that explains the error if the repair works.
///
/// @param finding null if the repair only removes the faulty text; the engine's message is then
///   used
/// @param confident whether the repair is preferred if it makes its own line and that of the error
///   valid
record RepairCandidate(
    List<PatchedText.TextChange> changes, @Nullable Finding finding, boolean confident) {
  static RepairCandidate of(
      int from, int to, String replacement, @Nullable Finding finding, boolean confident) {
    return new RepairCandidate(
        List.of(new PatchedText.TextChange(from, to, replacement)), finding, confident);
  }

  /// A repair that quotes a value.
  static RepairCandidate quoting(
      Span at, String replacement, Code code, String message, boolean safe) {
    Fix fix = new Fix("quote the value", safe, List.of(new TextEdit(at, replacement)));
    Finding finding =
        Finding.of(code, at, message)
            .withHint("write " + QuotedText.shorten(replacement))
            .withFix(fix);
    return of(at.start(), at.end(), replacement, finding, true);
  }
}
