package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import org.jspecify.annotations.Nullable;

/// The stages in which fixes are applied: rewrites before removals, since a name in a rewritten
/// text is not unused; safe fixes before others.
enum FixStage {
  SAFE_REWRITING,
  SAFE_REMOVAL,
  UNSAFE_REWRITING,
  UNSAFE_REMOVAL;

  /// The stage after this one; null after the last.
  ///
  /// @param safeOnly whether unsafe fixes are left out
  @Nullable FixStage next(boolean safeOnly) {
    boolean last = this == UNSAFE_REMOVAL || (this == SAFE_REMOVAL && safeOnly);
    return last ? null : values()[ordinal() + 1];
  }

  boolean isSafe() {
    return this == SAFE_REWRITING || this == SAFE_REMOVAL;
  }

  /// The fix of a finding that is applied in this stage; null if there is none. It is the first of
  /// its safe fixes, or the first fix if none is safe.
  @Nullable Fix fix(Finding finding) {
    Fix first = finding.fixes().isEmpty() ? null : finding.fixes().getFirst();
    for (int i = finding.fixes().size() - 1; i >= 0; i--) {
      first = finding.fixes().get(i).safe() ? finding.fixes().get(i) : first;
    }
    boolean removal = this == SAFE_REMOVAL || this == UNSAFE_REMOVAL;
    return first != null && first.safe() == isSafe() && isRemoval(first) == removal ? first : null;
  }

  private static boolean isRemoval(Fix fix) {
    for (TextEdit edit : fix.edits()) {
      if (!edit.replacement().isBlank()) {
        return false;
      }
    }
    return true;
  }

  /// Whether a finding concerns the content (dates, people, names) rather than the form: an unsafe
  /// fix for it, which makes a choice, waits until there are no errors.
  static boolean isJudged(Finding finding) {
    return finding.code().id().compareTo("PC200") >= 0;
  }
}
