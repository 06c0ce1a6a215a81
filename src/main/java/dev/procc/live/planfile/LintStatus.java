package dev.procc.live.planfile;

import java.util.ArrayList;
import java.util.List;

/// The result of linting the definitions of a plan.
///
/// @param checked phrases that follow "Checked:"
/// @param notChecked phrases that follow "Not checked:"
/// @param warningCount the number of warnings
/// @param warnings the first of them, at most `LintWarning.MAX_IN_PLAN`
public record LintStatus(
    List<String> checked, List<String> notChecked, int warningCount, List<LintWarning> warnings) {
  /// The status if nothing was checked.
  public static final LintStatus NONE = new LintStatus(List.of(), List.of(), 0, List.of());

  /// The warnings that are new since the last apply.
  public List<LintWarning> newWarnings() {
    return warnings.stream().filter(LintWarning::isNew).toList();
  }

  /// A copy with another phrase for what was not checked.
  public LintStatus withNotChecked(String phrase) {
    List<String> more = new ArrayList<>(notChecked);
    more.add(phrase);
    return new LintStatus(checked, more, warningCount, warnings);
  }

  public LintStatus {
    checked = List.copyOf(checked);
    notChecked = List.copyOf(notChecked);
    warnings = List.copyOf(warnings);
  }
}
