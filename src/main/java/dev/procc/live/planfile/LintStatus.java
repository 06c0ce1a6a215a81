package dev.procc.live.planfile;

import dev.procc.model.duedate.syntax.DateCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

  /// The codes of the rules about dates on which somebody is away.
  private static final Set<String> AWAY = Set.of("PC309", "PC310");

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

  /// A copy for a plan of a run, to which Workiva is sent no date but those of added tasks: without
  /// warnings that the date of another task is past, or that somebody was away for what is over.
  ///
  /// @param added the titles of what is added
  /// @param over the titles of tasks that are done or cancelled
  LintStatus forRun(List<String> added, Set<String> over) {
    List<LintWarning> kept = new ArrayList<>();
    for (LintWarning warning : warnings) {
      List<String> about =
          added.stream()
              .filter(title -> ("; " + warning.about() + "; ").contains("; " + title + "; "))
              .toList();
      if (AWAY.contains(warning.code()) && over.containsAll(titles(warning))) {
        continue;
      }
      if (!warning.code().equals(DateCodes.DUE_DATE_PASSED.id())) {
        kept.add(warning);
      } else if (!about.isEmpty()) {
        kept.add(warning.withAbout(String.join("; ", about)));
      }
    }
    int left = warningCount - (warnings.size() - kept.size());
    return new LintStatus(checked, notChecked, left, kept);
  }

  /// The titles that a warning names; if there are more than it names, its last one is no title.
  private static List<String> titles(LintWarning warning) {
    return List.of(warning.about().split("; "));
  }

  public LintStatus {
    checked = List.copyOf(checked);
    notChecked = List.copyOf(notChecked);
    warnings = List.copyOf(warnings);
  }
}
