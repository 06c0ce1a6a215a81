package dev.procc.live.planfile;

import java.util.List;

/// What lint says about the definitions of a plan.
///
/// @param checked phrases that follow "Checked:"
/// @param warningCount the number of warnings
/// @param warnings the first of them, at most `LintWarning.MAX_IN_PLAN`
public record LintStatus(List<String> checked, int warningCount, List<LintWarning> warnings) {
  /// Nothing was checked.
  public static final LintStatus NONE = new LintStatus(List.of(), 0, List.of());

  /// The warnings that did not stand at the last apply.
  public List<LintWarning> newWarnings() {
    return warnings.stream().filter(LintWarning::isNew).toList();
  }

  public LintStatus {
    checked = List.copyOf(checked);
    warnings = List.copyOf(warnings);
  }
}
