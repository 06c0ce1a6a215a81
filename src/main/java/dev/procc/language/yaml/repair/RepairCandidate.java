package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.language.yaml.parse.PatchedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A repair to try for a syntax error, and the finding that explains the error if the repair works.
///
/// @param finding null if the repair only removes the faulty text; the engine's message is used
///   then
/// @param confident whether the repair is taken before others once it makes its own line and that
///   of the error valid
record RepairCandidate(
    List<PatchedText.TextChange> changes, @Nullable Finding finding, boolean confident) {
  static RepairCandidate of(
      int from, int to, String replacement, @Nullable Finding finding, boolean confident) {
    return new RepairCandidate(
        List.of(new PatchedText.TextChange(from, to, replacement)), finding, confident);
  }
}
