package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a run has to say about definitions, ready to be shown in any format.
///
/// @param command the command that ran, `lint`
/// @param version of procc, for tools that keep reports
/// @param exitCode what the run ends with
/// @param findings in reading order, none twice
/// @param failOn the least severity that fails the run
/// @param scope what was looked at, in words: `5 files (6 tasks, 15 dates), as of Tue 2024-12-31`
/// @param scopeCounts the same for machines
/// @param explainCommand what to type to learn more, the code is added: `procc explain`
/// @param suppressed findings that the authors have accepted, in reading order
/// @param toolErrors why the run itself could not be carried out
public record FindingsReport(
    String command,
    String version,
    int exitCode,
    List<Finding> findings,
    Severity failOn,
    @Nullable String scope,
    Json.Obj scopeCounts,
    @Nullable String explainCommand,
    List<SuppressedFinding> suppressed,
    List<ToolError> toolErrors) {

  /// Something outside the definitions: a file, the network, a wrong word on the command line.
  public record ToolError(String message, @Nullable String hint) {}

  public FindingsReport {
    findings = Findings.distinct(findings);
    suppressed = List.copyOf(suppressed);
    toolErrors = List.copyOf(toolErrors);
  }

  /// The findings of a run that was carried out, failing on errors.
  public static FindingsReport of(
      String command, String version, int exitCode, List<Finding> findings) {
    return new FindingsReport(
        command,
        version,
        exitCode,
        findings,
        Severity.ERROR,
        null,
        Json.Obj.EMPTY,
        null,
        List.of(),
        List.of());
  }

  /// A run that could not be carried out.
  public static FindingsReport failed(
      String command, String version, int exitCode, ToolError fault) {
    return new FindingsReport(
        command,
        version,
        exitCode,
        List.of(),
        Severity.ERROR,
        null,
        Json.Obj.EMPTY,
        null,
        List.of(),
        List.of(fault));
  }

  /// The same with the least severity that fails the run.
  public FindingsReport failOn(Severity threshold) {
    return new FindingsReport(
        command,
        version,
        exitCode,
        findings,
        threshold,
        scope,
        scopeCounts,
        explainCommand,
        suppressed,
        toolErrors);
  }

  /// The same with what was looked at, in words and for machines.
  public FindingsReport withScope(String words, Json.Obj numbers) {
    return new FindingsReport(
        command,
        version,
        exitCode,
        findings,
        failOn,
        words,
        numbers,
        explainCommand,
        suppressed,
        toolErrors);
  }

  /// The same with what to type to learn more about a code.
  public FindingsReport more(String typed) {
    return new FindingsReport(
        command,
        version,
        exitCode,
        findings,
        failOn,
        scope,
        scopeCounts,
        typed,
        suppressed,
        toolErrors);
  }

  /// The same with the findings that were accepted.
  public FindingsReport suppressed(List<SuppressedFinding> accepted) {
    return new FindingsReport(
        command,
        version,
        exitCode,
        findings,
        failOn,
        scope,
        scopeCounts,
        explainCommand,
        accepted,
        toolErrors);
  }

  /// How many findings are of a severity.
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }
}
