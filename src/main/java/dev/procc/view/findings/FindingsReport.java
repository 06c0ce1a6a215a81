package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The findings of a command, with what every format shows besides them.
///
/// @param run the command that reports
/// @param findings in reading order, one a line of a definition for everything that it makes, at
///   most as many as a report may have
/// @param failOn the lowest severity that fails the command
/// @param scope of the check
/// @param suppressed suppressed findings, in reading order
/// @param toolErrors why the command itself failed
/// @param totals the number of findings, with those beyond the limit
public record FindingsReport(
    ReportedRun run,
    List<Finding> findings,
    Severity failOn,
    CheckedScope scope,
    List<SuppressedFinding> suppressed,
    List<ToolError> toolErrors,
    Totals totals) {

  /// A call of a command.
  ///
  /// @param command `lint`
  /// @param version of procc, for tools that keep reports
  /// @param projectFile the path of the project file, for findings without another place
  public record ReportedRun(String command, String version, int exitCode, String projectFile) {}

  /// The scope of a check.
  ///
  /// @param text in words: `5 files (6 tasks, 15 dates), as of Tue 2024-12-31`; null if unknown
  /// @param counts the scope as JSON
  /// @param explainCommand the command that explains a code, to be added: `procc explain`; null for
  ///   none
  public record CheckedScope(
      @Nullable String text, Json.Obj counts, @Nullable String explainCommand) {
    static final CheckedScope NONE = new CheckedScope(null, Json.Obj.EMPTY, null);
  }

  /// A failure outside the definitions: a file, the network, a wrong word on the command line.
  public record ToolError(String message, @Nullable String hint) {}

  /// The number of findings of each severity.
  public record Totals(int errors, int warnings, int infos) {
    static Totals of(List<Finding> findings) {
      int errors = 0;
      int warnings = 0;
      for (Finding finding : findings) {
        errors += finding.severity() == Severity.ERROR ? 1 : 0;
        warnings += finding.severity() == Severity.WARNING ? 1 : 0;
      }
      return new Totals(errors, warnings, findings.size() - errors - warnings);
    }

    int count(Severity severity) {
      if (severity == Severity.ERROR) {
        return errors;
      }
      return severity == Severity.WARNING ? warnings : infos;
    }
  }

  public FindingsReport {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    toolErrors = List.copyOf(toolErrors);
  }

  /// The findings of a command that succeeded as such and fails on errors.
  public static FindingsReport of(
      String command, String version, int exitCode, List<Finding> findings) {
    ReportedRun run = new ReportedRun(command, version, exitCode, "procc.yaml");
    List<Finding> all = SameLine.fold(Findings.distinct(findings));
    return new FindingsReport(
        run,
        FindingLimit.apply(all),
        Severity.ERROR,
        CheckedScope.NONE,
        List.of(),
        List.of(),
        Totals.of(all));
  }

  /// The report of a command that failed.
  public static FindingsReport failed(
      String command, String version, int exitCode, ToolError fault) {
    ReportedRun run = new ReportedRun(command, version, exitCode, "procc.yaml");
    return new FindingsReport(
        run,
        List.of(),
        Severity.ERROR,
        CheckedScope.NONE,
        List.of(),
        List.of(fault),
        Totals.of(List.of()));
  }

  public String command() {
    return run.command();
  }

  public int exitCode() {
    return run.exitCode();
  }

  /// A copy with the lowest severity that fails the command.
  public FindingsReport failOn(Severity threshold) {
    return new FindingsReport(run, findings, threshold, scope, suppressed, toolErrors, totals);
  }

  /// A copy with the scope of the check, as text and as JSON.
  public FindingsReport withScope(String text, Json.Obj counts) {
    return withScope(new CheckedScope(text, counts, scope.explainCommand()));
  }

  /// A copy with the command that explains a code.
  public FindingsReport more(String command) {
    return withScope(new CheckedScope(scope.text(), scope.counts(), command));
  }

  private FindingsReport withScope(CheckedScope checked) {
    return new FindingsReport(run, findings, failOn, checked, suppressed, toolErrors, totals);
  }

  /// A copy with suppressed findings.
  public FindingsReport suppressed(List<SuppressedFinding> accepted) {
    return new FindingsReport(run, findings, failOn, scope, accepted, toolErrors, totals);
  }

  /// A copy with other paths.
  ///
  /// @param paths gives the path to show for one of the project
  public FindingsReport relocated(UnaryOperator<String> paths) {
    Relocation to = new Relocation(paths);
    ReportedRun moved =
        new ReportedRun(
            run.command(), run.version(), run.exitCode(), paths.apply(run.projectFile()));
    List<Finding> there = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      there.add(to.finding(finding));
    }
    List<SuppressedFinding> accepted = new ArrayList<>(suppressed.size());
    for (SuppressedFinding finding : suppressed) {
      accepted.add(to.suppressed(finding));
    }
    return new FindingsReport(moved, there, failOn, scope, accepted, toolErrors, totals);
  }

  /// A copy in which no finding is at a flag or a variable of the environment, since these are not
  /// files: the message names them instead.
  public FindingsReport withoutFlags() {
    List<Finding> placed = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      String path = finding.span() == null ? "" : finding.span().file().path();
      boolean flag = path.startsWith("--var ") || path.startsWith("PROCC_VAR_");
      placed.add(flag ? inFlag(finding, path) : finding);
    }
    return new FindingsReport(run, placed, failOn, scope, suppressed, toolErrors, totals);
  }

  private static Finding inFlag(Finding finding, String flag) {
    return new Finding(
        finding.code(),
        finding.severity(),
        flag + ": " + finding.message(),
        null,
        finding.labels(),
        finding.hint(),
        List.of(),
        finding.address(),
        finding.occurrences());
  }

  /// The number of findings with a severity, with those beyond the limit.
  public int count(Severity severity) {
    return totals.count(severity);
  }
}
