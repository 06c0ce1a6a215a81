package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
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
import dev.procc.language.calendars.CalendarCheckup;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.Fixer;
import dev.procc.language.compile.Survey;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.Location;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.view.report.Emitter;
import dev.procc.view.report.Emitters;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `procc calendar check`: what is odd about the calendars, used or not.
final class CalendarCheckCommand implements Command {
  @Override
  public String name() {
    return "calendar check";
  }

  @Override
  public String summary() {
    return "check calendars: gaps, doubles, days without a name or source";
  }

  @Override
  public Group group() {
    return Group.DATES;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.choice(
                "--fail-on",
                List.of("error", "warning", "info"),
                "the least severity that fails; warning by default"),
            FixedFiles.FIX,
            FixedFiles.DIFF)
        .formats(Emitters.NAMES.toArray(String[]::new))
        .operands("[CALENDAR...]", 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    Looks at what lint passes over: days that a process or a person counts by and nobody looked
    up, holidays on days off, days listed twice or out of order, calendars without a source, and
    those that nobody uses. Exit 3 when a finding fails the run. --fix sorts days and takes out
    those that stand twice; with =unsafe those as well that change nothing.

    Examples:
      procc calendar check
      procc calendar check us-close --fail-on info
      procc calendar check --fix=unsafe --diff
      procc explain PC230
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    boolean fix = FixedFiles.asked(call);
    Compilation compilation = Definitions.compileAll(call);
    Set<String> keys = new LinkedHashSet<>(call.operands());
    if (!fix) {
      Report report = report(call, checked(compilation, asked(compilation, keys)), keys, null);
      call.print(report.text());
      return report.exit();
    }
    asked(compilation, keys);
    boolean dry = call.args().has("--diff");
    Location location = Location.find(call.env().directory(), call.config(), List.of());
    CompileOptions options = Definitions.options(call, null);
    Fixer.Fixed fixed =
        Fixer.run(
            new DiskTree(location.root()),
            tree -> checked(compile(location, tree, options), keys),
            FixedFiles.which(call));
    FixedFiles files = new FixedFiles(fixed);
    if (!dry) {
      files.write(call, location.root());
    }
    Report report = report(call, fixed.compilation(), keys, files.facts(dry));
    files.show(call, report.text(), dry);
    return dry && !fixed.texts().isEmpty() ? Exit.FINDINGS : report.exit();
  }

  private static Compilation compile(Location location, FileTree tree, CompileOptions options) {
    Outcome<Project> read = ProjectReader.read(location, tree);
    return Compiler.compile(read, read.value().orElseThrow().instances(), options);
  }

  /// The calendars that are asked for, all of them where none is named.
  private static Set<String> asked(Compilation compilation, Set<String> keys) throws Failure {
    Survey survey = survey(compilation);
    if (keys.isEmpty()) {
      keys.addAll(ProjectCalendars.keys(survey));
    }
    for (String key : keys) {
      ProjectCalendars.calendar(survey, key);
    }
    return keys;
  }

  private static Survey survey(Compilation compilation) {
    return Survey.of(Outcome.of(compilation.project(), compilation.project().diagnostics()));
  }

  /// The compilation with what is found of its calendars instead of its own findings.
  private static Compilation checked(Compilation compilation, Set<String> keys) {
    return compilation.withDiagnostics(
        CalendarCheckup.check(survey(compilation), compilation, keys));
  }

  private record Report(int exit, String text) {}

  /// @param fixes what was fixed, for machines
  private static Report report(
      Call call, Compilation compilation, Set<String> keys, Json.@Nullable Obj fixes)
      throws Failure {
    Survey survey = survey(compilation);
    int listed = 0;
    for (String key : keys) {
      SourcedCalendar calendar = ProjectCalendars.calendar(survey, key);
      listed += calendar.days().holidays().size() + calendar.days().extraWorkdays().size();
    }
    List<Diagnostic> found = compilation.diagnostics();
    Severity threshold =
        Severity.valueOf(call.args().value("--fail-on", "warning").toUpperCase(Locale.ROOT));
    int exit = LintReport.exit(found, threshold);
    String scope =
        counted(keys.size(), "calendar")
            + " ("
            + counted(listed, "day")
            + " listed), "
            + counted(compilation.processes().size(), "process");
    Json.Builder facts =
        Json.object()
            .put("calendars", keys.size())
            .put("days", listed)
            .put("processes", compilation.processes().size());
    if (fixes != null) {
      fixes.members().forEach(facts::put);
    }
    Findings findings =
        Findings.of(call.command(), Version.PROCC, exit, found)
            .failOn(threshold)
            .looked(scope, call.json() ? facts.build() : Json.Obj.EMPTY)
            .more("procc explain");
    Emitter emitter = Emitters.find(call.format());
    if (emitter == null) {
      throw Failure.usage("no format \"" + call.format() + "\"", null);
    }
    return new Report(exit, emitter.emit(findings, Style.of(call.colour())));
  }

  private static String counted(int number, String noun) {
    String many = noun.endsWith("s") ? noun + "es" : noun + "s";
    return number + " " + (number == 1 ? noun : many);
  }
}
