package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Version;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.Job;
import dev.procc.view.report.Emitter;
import dev.procc.view.report.Emitters;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a lint says, in the form asked for.
///
/// @param exit what the run ends with
/// @param text ready to be printed
record LintReport(int exit, String text) {
  /// Makes the report, and writes the files of `--sarif-out` and its like.
  ///
  /// @param extra members that the summary has besides, for machines
  static LintReport of(Call call, Compilation compilation, Json.Obj extra) throws Failure {
    Severity threshold = Severity.of(call.args().value("--fail-on", "error"));
    List<Diagnostic> found =
        call.args().has("--strict") ? StrictFindings.of(compilation) : compilation.diagnostics();
    String given = call.args().value("--periods");
    PeriodLint periods = given == null ? null : PeriodLint.of(call, compilation, given);
    if (periods != null) {
      found = periods.with(found);
    }
    int exit = exit(found, threshold);
    boolean machine = !call.format().equals("text") || ReportFiles.any(call);
    Findings findings =
        Findings.of(call.command(), Version.PROCC, exit, found)
            .failOn(threshold)
            .looked(
                scope(compilation) + (periods == null ? "" : ", " + periods.scope()),
                machine ? facts(compilation, extra, periods) : Json.Obj.EMPTY)
            .suppressed(compilation.suppressed())
            .more("procc explain");
    Emitter emitter = Emitters.find(call.format());
    if (emitter == null) {
      throw Failure.usage("no format \"" + call.format() + "\"", null);
    }
    ReportFiles.write(call, findings);
    Style style = Style.of(call.colour());
    String text = emitter.emit(findings, style);
    if (periods != null && call.format().equals("text")) {
      text += periods.derivations(style);
    }
    return new LintReport(exit, text);
  }

  static int exit(List<Diagnostic> diagnostics, Severity threshold) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity().atLeast(threshold)) {
        return Exit.FINDINGS;
      }
    }
    return Exit.OK;
  }

  /// `5 files (6 tasks, 15 dates), as of Tue 2024-12-31`.
  private static String scope(Compilation compilation) {
    String text = counted(compilation.files(), "file");
    if (!compilation.processes().isEmpty()) {
      text +=
          " ("
              + counted(tasks(compilation), "task")
              + ", "
              + counted(dates(compilation), "date")
              + ")";
    }
    LocalDate asOf = compilation.asOf();
    return asOf == null ? text : text + ", as of " + DayText.of(asOf);
  }

  private static Json.Obj facts(
      Compilation compilation, Json.Obj extra, @Nullable PeriodLint periods) {
    LocalDate asOf = compilation.asOf();
    Json.Builder facts =
        Json.object()
            .put("files", compilation.files())
            .put("processes", compilation.processes().size())
            .put("tasks", tasks(compilation))
            .put("dates", dates(compilation))
            .put("asOf", asOf == null ? null : asOf.toString());
    extra.members().forEach(facts::put);
    return periods == null ? facts.build() : periods.facts(facts.build());
  }

  private static int tasks(Compilation compilation) {
    int tasks = 0;
    for (CompiledProcess process : compilation.processes()) {
      for (var node : process.resolved().nodes().values()) {
        tasks += node.node() instanceof Job ? 1 : 0;
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

  static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
