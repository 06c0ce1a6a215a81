package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
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

/// `procc lint`: everything that is wrong with the definitions, offline.
final class LintCommand implements Command {
  private static final List<String> SEVERITIES = List.of("error", "warning", "info");

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String summary() {
    return "check definitions, offline";
  }

  @Override
  public Group group() {
    return Group.WRITE;
  }

  @Override
  public Options options() {
    return Options.of(
            Definitions.AS_OF,
            Option.choice(
                "--fail-on", SEVERITIES, "the least severity that fails; error by default"),
            Option.flag("--strict", "check every document by the JSON Schema as well"),
            Definitions.VAR,
            Definitions.VAR_FILE)
        .formats(Emitters.NAMES.toArray(String[]::new))
        .operands(Definitions.OPERANDS, 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    Without a word it checks the project around the current directory. Every finding of every file
    is reported in one run; nothing is sent anywhere. Exit 3 when a finding fails the run.

    Examples:
      procc lint
      procc lint close.process.yaml --as-of 2024-12-31
      procc lint --format sarif -o procc.sarif
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    LocalDate asOf = Definitions.asOf(call);
    Compilation compilation = Definitions.compile(call, asOf);
    Severity threshold = Severity.of(call.args().value("--fail-on", "error"));
    List<Diagnostic> found =
        call.args().has("--strict") ? StrictFindings.of(compilation) : compilation.diagnostics();
    int exit = exit(found, threshold);
    Findings findings =
        Findings.of(call.command(), Version.PROCC, exit, found)
            .failOn(threshold)
            .looked(
                scope(compilation, asOf), call.json() ? facts(compilation, asOf) : Json.Obj.EMPTY)
            .suppressed(compilation.suppressed())
            .more("procc explain");
    Emitter emitter = Emitters.find(call.format());
    if (emitter == null) {
      throw Failure.usage("no format \"" + call.format() + "\"", null);
    }
    call.print(emitter.emit(findings, Style.of(call.colour())));
    return exit;
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
  private static String scope(Compilation compilation, @Nullable LocalDate asOf) {
    int files = compilation.files();
    String text = counted(files, "file");
    if (!compilation.processes().isEmpty()) {
      text +=
          " ("
              + counted(tasks(compilation), "task")
              + ", "
              + counted(dates(compilation), "date")
              + ")";
    }
    return asOf == null ? text : text + ", as of " + DayText.of(asOf);
  }

  private static Json.Obj facts(Compilation compilation, @Nullable LocalDate asOf) {
    return Json.object()
        .put("files", compilation.files())
        .put("processes", compilation.processes().size())
        .put("tasks", tasks(compilation))
        .put("dates", dates(compilation))
        .put("asOf", asOf == null ? null : asOf.toString())
        .build();
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

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
