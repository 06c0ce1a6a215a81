package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.app.project.PeriodLint;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.project.SchemaFindings;
import dev.procc.app.project.TargetLint;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.ReportPaths;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.ProcessJob;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.periods.PeriodCheckText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report of a lint, in the requested format.
///
/// @param exit the exit code
/// @param text ready to print
/// @param fixes lines about the fixes that the findings have
public record LintReport(int exit, SafeText text, List<String> fixes) {
  public LintReport {
    fixes = List.copyOf(fixes);
  }

  /// The report for the compilation of a session.
  static LintReport of(Invocation invocation, ProjectSession session, Json.Obj extra)
      throws Failure {
    return of(invocation, session, session.lint(session.options(session.request().asOf())), extra);
  }

  /// Creates the report, and writes the files of `--sarif-out` and similar options.
  ///
  /// @param extra further members of the summary in JSON
  static LintReport of(
      Invocation invocation, ProjectSession session, TargetLint lint, Json.Obj extra)
      throws Failure {
    Compilation compilation = lint.compilation();
    Timings.enter(Phase.RENDER);
    Severity threshold = Severity.of(invocation.args().value("--fail-on", "error"));
    List<Finding> found =
        invocation.args().has("--strict") ? SchemaFindings.of(compilation) : compilation.findings();
    String given = invocation.args().value("--periods");
    PeriodLint periods = given == null ? null : PeriodLint.of(session, compilation, given);
    if (periods != null) {
      found = periods.addTo(found);
    }
    int exit = exit(found, threshold);
    boolean machine = !invocation.format().equals("text") || ReportFiles.isAnyRequested(invocation);
    FindingsReport findings =
        FindingsReport.of(invocation.command(), Version.PROCC, exit, found)
            .failOn(threshold)
            .withScope(
                scope(lint)
                    + (periods == null
                        ? ""
                        : ", " + PeriodCheckText.scope(periods.result(), periods.keys())),
                machine ? facts(compilation, extra, periods) : Json.Obj.EMPTY)
            .suppressed(compilation.suppressed())
            .more("procc explain");
    Emitter emitter = Emitters.find(invocation.format());
    if (emitter == null) {
      throw Failure.usage("no format \"" + invocation.format() + "\"", null);
    }
    ReportPaths paths = ReportPaths.of(invocation, session.root());
    ReportFiles.write(invocation, findings, paths);
    Style style = Style.of(invocation.usesColour());
    SafeText text = emitter.emit(paths.apply(findings, invocation.format()), style);
    if (periods != null && invocation.format().equals("text")) {
      text = text.plus(PeriodCheckText.derivations(periods.result(), style));
    }
    return new LintReport(exit, text, FixOutput.left(invocation, findings.findings()));
  }

  /// Notes what fixes there are, after the report was printed.
  void noteFixes(Invocation invocation) {
    for (String line : fixes) {
      invocation.note(line);
    }
  }

  public static int exit(List<Finding> findings, Severity threshold) {
    for (Finding finding : findings) {
      if (finding.severity().atLeast(threshold)) {
        return ExitCode.FINDINGS;
      }
    }
    return ExitCode.OK;
  }

  /// `5 files (6 tasks, 15 dates), as of Tue 2024-12-31`.
  private static String scope(TargetLint lint) {
    Compilation compilation = lint.compilation();
    String text = Plural.of(compilation.fileCount(), "file");
    if (!compilation.processes().isEmpty()) {
      text +=
          " ("
              + Plural.of(tasks(compilation), "task")
              + ", "
              + Plural.of(dates(compilation), "date")
              + ")";
    }
    if (!lint.targets().isEmpty()) {
      text += ", for each target: " + String.join(", ", lint.targets());
    }
    LocalDate asOf = compilation.asOf();
    return asOf == null ? text : text + ", as of " + DayText.format(asOf);
  }

  private static Json.Obj facts(
      Compilation compilation, Json.Obj extra, @Nullable PeriodLint periods) {
    LocalDate asOf = compilation.asOf();
    Json.Builder facts =
        Json.object()
            .put("files", compilation.fileCount())
            .put("processes", compilation.processes().size())
            .put("tasks", tasks(compilation))
            .put("dates", dates(compilation))
            .put("asOf", asOf == null ? null : asOf.toString());
    extra.members().forEach(facts::put);
    return periods == null
        ? facts.build()
        : PeriodCheckText.addFacts(periods.result(), periods.keys(), facts.build());
  }

  private static int tasks(Compilation compilation) {
    int tasks = 0;
    for (CompiledProcess process : compilation.processes()) {
      for (var node : process.resolved().nodes().values()) {
        tasks += node.node() instanceof ProcessJob ? 1 : 0;
      }
    }
    return tasks;
  }

  private static int dates(Compilation compilation) {
    int dates = 0;
    for (CompiledProcess process : compilation.processes()) {
      dates += process.resolved().dates().dates().size();
    }
    return dates;
  }
}
