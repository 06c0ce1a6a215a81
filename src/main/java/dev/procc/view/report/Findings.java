package dev.procc.view.report;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.diagnostic.Suppressed;
import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a run has to say about definitions, ready to be shown in any format.
///
/// @param command the command that ran, `lint`
/// @param version of procc, for tools that keep reports
/// @param exitCode what the run ends with
/// @param diagnostics in reading order, none twice
/// @param failOn the least severity that fails the run
/// @param scope what was looked at, in words: `5 files (6 tasks, 15 dates), as of Tue 2024-12-31`
/// @param facts the same for machines
/// @param more what to type to learn more, the code is added: `procc explain`
/// @param suppressed findings that the authors have accepted, in reading order
/// @param faults why the run itself could not be carried out
public record Findings(
    String command,
    String version,
    int exitCode,
    List<Diagnostic> diagnostics,
    Severity failOn,
    @Nullable String scope,
    Json.Obj facts,
    @Nullable String more,
    List<Suppressed> suppressed,
    List<Fault> faults) {

  /// Something outside the definitions: a file, the network, a wrong word on the command line.
  public record Fault(String message, @Nullable String hint) {}

  public Findings {
    diagnostics = ordered(diagnostics);
    suppressed = List.copyOf(suppressed);
    faults = List.copyOf(faults);
  }

  /// The findings of a run that was carried out, failing on errors.
  public static Findings of(
      String command, String version, int exitCode, List<Diagnostic> diagnostics) {
    return new Findings(
        command,
        version,
        exitCode,
        diagnostics,
        Severity.ERROR,
        null,
        Json.Obj.EMPTY,
        null,
        List.of(),
        List.of());
  }

  /// A run that could not be carried out.
  public static Findings failed(String command, String version, int exitCode, Fault fault) {
    return new Findings(
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
  public Findings failOn(Severity threshold) {
    return new Findings(
        command, version, exitCode, diagnostics, threshold, scope, facts, more, suppressed, faults);
  }

  /// The same with what was looked at, in words and for machines.
  public Findings looked(String words, Json.Obj numbers) {
    return new Findings(
        command, version, exitCode, diagnostics, failOn, words, numbers, more, suppressed, faults);
  }

  /// The same with what to type to learn more about a code.
  public Findings more(String typed) {
    return new Findings(
        command, version, exitCode, diagnostics, failOn, scope, facts, typed, suppressed, faults);
  }

  /// The same with the findings that were accepted.
  public Findings suppressed(List<Suppressed> accepted) {
    return new Findings(
        command, version, exitCode, diagnostics, failOn, scope, facts, more, accepted, faults);
  }

  /// How many findings are of a severity.
  public int count(Severity severity) {
    int count = 0;
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == severity) {
        count++;
      }
    }
    return count;
  }

  private static List<Diagnostic> ordered(List<Diagnostic> found) {
    if (found.size() < 2) {
      return List.copyOf(found);
    }
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Diagnostic.READING_ORDER);
    List<Diagnostic> once = new ArrayList<>(sorted.size());
    for (Diagnostic diagnostic : sorted) {
      if (once.isEmpty() || !once.getLast().equals(diagnostic)) {
        once.add(diagnostic);
      }
    }
    return List.copyOf(once);
  }
}
