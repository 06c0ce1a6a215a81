package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ReportPaths;
import dev.procc.cli.frame.ValueKind;
import dev.procc.view.findings.Emitters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `procc lint`: reports everything that is wrong with definitions, offline.
public final class LintCommand extends Command {
  private static final List<String> SEVERITIES = List.of("error", "warning", "info");

  public LintCommand() {
    super(CommandGroup.WRITE, "lint", "check definitions, offline");
  }

  @Override
  public Options options() {
    List<Option> options = new ArrayList<>();
    options.add(ProjectArguments.AS_OF);
    options.add(
        Option.choice("--fail-on", SEVERITIES, "the least severity that fails; error by default"));
    options.add(FixOutput.FIX);
    options.add(FixOutput.DIFF);
    options.add(
        Option.value("--periods", "FROM..TO", "check the dates in these periods as well")
            .completes(ValueKind.PERIOD));
    options.add(Option.flag("--strict", "check every document by the JSON Schema as well"));
    options.add(Option.flag("--watch", "lint again whenever a file changes"));
    options.add(
        Option.value(
            "--stdin-filename", "FILE", "with -: the file that standard input stands for"));
    options.add(ProjectArguments.VAR);
    options.add(ProjectArguments.VAR_FILE);
    options.addAll(ReportFiles.options());
    options.add(ReportPaths.ROOT);
    return Options.of(options)
        .formats(Emitters.NAMES)
        .operands("[FILE|KEY|GLOB...|-]", 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    Without arguments it checks the project around the current directory. Every finding of every file
    is reported in one run; nothing is sent anywhere. Exit 3 when a finding fails the run. With - it
    reads one text from standard input; with --fix as well, it prints that text, fixed.

    --periods checks the dates of each process in periods that are not opened yet as well, as far as
    the calendars cover them: the first that fails, with its derivation, and which others.

    Examples:
      procc lint
      procc lint close.process.yaml --as-of 2024-12-31
      procc lint --format github --sarif-out procc.sarif --junit-out procc.xml
      procc lint --fix=unsafe --diff
      procc lint --periods 2025-Q1..2036-Q4
      procc lint - --stdin-filename close.process.yaml < unsaved
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    boolean fix = FixOutput.isRequested(invocation);
    if (invocation.args().has("--watch")) {
      return watch(invocation);
    }
    ProjectSession session = ProjectSession.open(LintArguments.request(invocation));
    if (fix) {
      return new LintFix(invocation, session).run();
    }
    LintReport report = LintReport.of(invocation, session, Json.Obj.EMPTY);
    invocation.print(report.text());
    report.noteFixes(invocation);
    return report.exit();
  }

  private static int watch(Invocation invocation) throws Failure, IOException {
    boolean text = invocation.format().equals("text") && !invocation.args().has("--output");
    if (!text || invocation.args().has("--fix") || invocation.operands().contains("-")) {
      throw Failure.usage(
          "--watch talks to a person, over and over",
          "leave --format, --output, --fix and - away; --json-out and the like may stay");
    }
    return new LintWatch(invocation).run();
  }
}
