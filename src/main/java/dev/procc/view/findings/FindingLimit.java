package dev.procc.view.findings;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.text.Plural;
import java.util.ArrayList;
import java.util.List;

/// The limit on the findings of one report: nobody reads more, and hosts refuse larger ones. Errors
/// come before warnings, warnings before notes; a finding of its own says how many are left out.
public final class FindingLimit {
  /// The code of the finding in place of those that are left out.
  public static final Code MORE_FINDINGS = Code.error("PC199", "more-findings");

  /// The most findings of a report, with the one that counts the others; Bitbucket takes no more.
  static final int MAX_FINDINGS = 1_000;

  private static final int MAX_EDITS = 1_000;

  private FindingLimit() {}

  /// The fixes of a finding that a report contains; a larger one is left to `procc lint --fix`.
  static List<Fix> fixes(Finding finding) {
    List<Fix> written = new ArrayList<>();
    for (Fix fix : finding.fixes()) {
      if (fix.edits().size() <= MAX_EDITS) {
        written.add(fix);
      }
    }
    return written;
  }

  /// @param findings in reading order
  static List<Finding> apply(List<Finding> findings) {
    if (findings.size() <= MAX_FINDINGS) {
      return findings;
    }
    List<Finding> kept = new ArrayList<>(MAX_FINDINGS);
    Finding first = null;
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      for (Finding finding : findings) {
        if (finding.severity() != severity) {
          continue;
        }
        if (kept.size() < MAX_FINDINGS - 1) {
          kept.add(finding);
        } else if (first == null) {
          first = finding;
        }
      }
    }
    if (first != null) {
      String message = Plural.of(findings.size() - kept.size(), "more finding") + " left out here";
      kept.add(
          Finding.of(MORE_FINDINGS, first.span(), message)
              .withSeverity(first.severity())
              .withHint("fix some of those that are shown, then try again"));
    }
    kept.sort(Finding.READING_ORDER);
    return List.copyOf(kept);
  }
}
