package dev.procc.live.planfile;

import dev.procc.base.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The checks that controllers ask for and that a plan does not pass.
public final class FailedChecks {
  private static final Map<String, String> PHRASES = new LinkedHashMap<>();

  static {
    PHRASES.put("PC308", "somebody approves their own work");
    PHRASES.put("PC207", "a due date is on a closed day of its calendar");
    PHRASES.put("PC210", "something is due after the group or process it is in");
  }

  private FailedChecks() {}

  /// What they stop, after each: nothing; empty if the plan is refused anyway.
  public static String effect(Plan plan) {
    if (plan.isRefused()) {
      return "";
    }
    if (!plan.hasActions()) {
      return " (this stops nothing)";
    }
    return plan.processes().stream().anyMatch(ProcessPlan::isRunPlan)
        ? " (this does not stop procc amend)"
        : " (this stops neither the merge nor the apply)";
  }

  /// Where the checks were made, if what is live may differ: ` in the definition, not in the run`;
  /// empty if nothing does.
  public static String place(Plan plan) {
    if (plan.processes().stream()
        .anyMatch(process -> process.run() != null && !process.run().isSettled())) {
      return " in the definition, not in the run";
    }
    return plan.processes().stream()
            .flatMap(process -> process.changes().stream())
            .anyMatch(change -> !change.isEffective())
        ? " in the definition, not in what stays as it is in Workiva"
        : "";
  }

  /// `somebody approves their own work: Provide commentary`, for each failed check.
  public static List<String> of(LintStatus lint) {
    return of(lint, lint.warnings(), List.of());
  }

  /// The failed checks where the new warnings are listed too: those are only counted, `somebody
  /// approves their own work: 1 new warning`.
  public static List<String> besideNewWarnings(LintStatus lint) {
    List<LintWarning> old = new ArrayList<>(lint.warnings());
    old.removeIf(LintWarning::isNew);
    return of(lint, old, lint.newWarnings());
  }

  private static List<String> of(
      LintStatus lint, List<LintWarning> named, List<LintWarning> counted) {
    List<String> failed = new ArrayList<>();
    PHRASES.forEach((code, phrase) -> {
      if (lint.warnings().stream().noneMatch(warning -> warning.code().equals(code))) {
        return;
      }
      Set<String> about = new LinkedHashSet<>();
      for (LintWarning warning : named) {
        if (warning.code().equals(code) && !warning.about().isEmpty()) {
          about.add(warning.about());
        }
      }
      long more = counted.stream().filter(warning -> warning.code().equals(code)).count();
      failed.add(
          phrase
              + (about.isEmpty() ? "" : ": " + String.join("; ", about))
              + (more == 0
                  ? ""
                  : (about.isEmpty() ? ": " : "; ") + Plural.of(more, "new warning")));
    });
    return failed;
  }
}
