package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way to mend a text that is not YAML, and what it says about the fault if it works.
///
/// @param finding what to say when this is the cure; absent when it only gets the fault out of the
///   way, so that the engine's own words must do
/// @param sure whether it is the right one when only its own line comes out good
record Cure(List<Patched.Change> changes, @Nullable Diagnostic finding, boolean sure) {
  static Cure of(int from, int to, String replacement, @Nullable Diagnostic finding, boolean sure) {
    return new Cure(List.of(new Patched.Change(from, to, replacement)), finding, sure);
  }
}
