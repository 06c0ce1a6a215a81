package dev.procc.app.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Span;
import dev.procc.language.compile.Compilation;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.LintWarning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What lint says of definitions that are planned or applied: the checks they pass, the warnings
/// that stand.
public final class StandingFindings {
  /// Rules by their codes, and what is true where they find nothing.
  private static final Map<String, String> CONTROLLER_CHECKS = new LinkedHashMap<>();

  static {
    CONTROLLER_CHECKS.put("PC308", "nobody approves their own work");
    CONTROLLER_CHECKS.put("PC207", "no due date is on a day off");
    CONTROLLER_CHECKS.put("PC210", "nothing is due after the group or process it is in");
  }

  private StandingFindings() {}

  /// The checks and warnings of a project.
  public static LintStatus of(Compilation compilation) {
    List<Finding> warnings = new ArrayList<>();
    for (Finding finding : compilation.findings()) {
      if (finding.severity() == Severity.WARNING) {
        warnings.add(finding);
      }
    }
    List<LintWarning> firstWarnings =
        warnings.stream()
            .limit(LintWarning.MAX_IN_PLAN)
            .map(StandingFindings::openWarning)
            .toList();
    return new LintStatus(passedChecks(compilation), warnings.size(), firstWarnings);
  }

  private static LintWarning openWarning(Finding warning) {
    Span span = warning.span();
    return new LintWarning(
        warning.code().id(),
        warning.code().name(),
        span == null ? "" : span.file().path(),
        span == null ? 0 : span.startPosition().line(),
        warning.message());
  }

  /// What the rules looked at and found right, as far as it is what controllers ask for.
  private static List<String> passedChecks(Compilation compilation) {
    Set<String> found = new LinkedHashSet<>();
    compilation.findings().forEach(finding -> found.add(finding.code().id()));
    compilation.suppressed().forEach(accepted -> found.add(accepted.finding().code().id()));
    List<String> checked = new ArrayList<>();
    if (compilation.processes().isEmpty()) {
      return checked;
    }
    for (Map.Entry<String, String> rule : CONTROLLER_CHECKS.entrySet()) {
      if (!found.contains(rule.getKey())) {
        checked.add(rule.getValue());
      }
    }
    return checked;
  }
}
