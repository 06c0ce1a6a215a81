package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.language.yaml.parse.PatchedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way to mend a text that is not YAML, and what it says about the fault if it works.
///
/// @param finding what to say when this is the cure; absent when it only gets the fault out of the
///   way, so that the engine's own words must do
/// @param confident whether it is the right one when only its own line comes out good
record RepairCandidate(
    List<PatchedText.TextChange> changes, @Nullable Finding finding, boolean confident) {
  static RepairCandidate of(
      int from, int to, String replacement, @Nullable Finding finding, boolean sure) {
    return new RepairCandidate(
        List.of(new PatchedText.TextChange(from, to, replacement)), finding, sure);
  }
}
