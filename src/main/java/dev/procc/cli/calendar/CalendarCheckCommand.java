package dev.procc.cli.calendar;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ReportPaths;
import dev.procc.cli.frame.ValueKind;
import dev.procc.cli.lint.FixOutput;
import dev.procc.cli.lint.LintReport;
import dev.procc.language.calendars.CalendarAudit;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Fixer;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `procc calendar check`: checks calendars, whether used or not.
public final class CalendarCheckCommand extends Command {
  public CalendarCheckCommand() {
    super(
        CommandGroup.DATES,
        "calendar check",
        "check calendars: gaps, repeats, days without a name or source");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.choice(
                "--fail-on",
                List.of("error", "warning", "info"),
                "the least severity that fails; warning by default"),
            FixOutput.FIX,
            FixOutput.DIFF,
            ReportPaths.ROOT)
        .formats(Emitters.NAMES)
        .operands("[CALENDAR...]", 0, Integer.MAX_VALUE)
        .completes(ValueKind.CALENDAR);
  }

  @Override
  public String details() {
    return """
    Looks at every calendar: days that a process or a person counts by and nobody looked up, which
    lint tells as well; holidays on days off, days listed twice or out of order, calendars without a
    source, and those that nobody uses. Exit 3 when a finding fails the run. --fix sorts days and
    takes out those that stand twice; with =unsafe those as well that change nothing.

    Examples:
      procc calendar check
      procc calendar check us-close --fail-on info
      procc calendar check --fix=unsafe --diff
      procc explain PC230
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    boolean fix = FixOutput.isRequested(invocation);
    ProjectSession session = ProjectSession.open(ProjectArguments.request(invocation, List.of()));
    Compilation compilation = session.compile(null);
    Set<String> keys = new LinkedHashSet<>(invocation.operands());
    if (!fix) {
      CheckReport report =
          report(
              invocation,
              withCalendarFindings(compilation, selectedKeys(compilation, keys)),
              keys,
              null);
      invocation.print(report.text());
      return report.exit();
    }
    selectedKeys(compilation, keys);
    boolean dry = invocation.args().has("--diff");
    CompileOptions options = session.options(null);
    Fixer.FixResult fixed =
        Fixer.run(
            session.tree(),
            tree -> withCalendarFindings(session.compileTree(tree, options), keys),
            FixOutput.requestedScope(invocation));
    FixOutput files = new FixOutput(fixed);
    if (!dry) {
      files.write(session.root());
    }
    CheckReport report = report(invocation, fixed.compilation(), keys, files.toJson(dry));
    files.print(invocation, report.text(), dry);
    return dry && !fixed.texts().isEmpty() ? ExitCode.FINDINGS : report.exit();
  }

  /// The keys of the calendars that are named, or of all calendars if none is.
  private static Set<String> selectedKeys(Compilation compilation, Set<String> keys)
      throws Failure {
    ProjectDocuments survey = survey(compilation);
    if (keys.isEmpty()) {
      keys.addAll(ProjectCalendars.keys(survey));
    }
    for (String key : keys) {
      ProjectCalendars.calendar(survey, key);
    }
    return keys;
  }

  private static ProjectDocuments survey(Compilation compilation) {
    return ProjectDocuments.read(
        Outcome.of(compilation.project(), compilation.project().findings()));
  }

  /// The compilation with the findings about its calendars in place of its own.
  private static Compilation withCalendarFindings(Compilation compilation, Set<String> keys) {
    return compilation.withFindings(CalendarAudit.audit(survey(compilation), compilation, keys));
  }

  private record CheckReport(int exit, SafeText text) {}

  /// @param fixes the applied fixes, for JSON
  private static CheckReport report(
      Invocation invocation, Compilation compilation, Set<String> keys, Json.@Nullable Obj fixes)
      throws Failure {
    int listed = listedDays(survey(compilation), keys);
    List<Finding> found = compilation.findings();
    Severity threshold =
        Severity.valueOf(invocation.args().value("--fail-on", "warning").toUpperCase(Locale.ROOT));
    int exit = LintReport.exit(found, threshold);
    String scope =
        Plural.of(keys.size(), "calendar")
            + " ("
            + Plural.of(listed, "day")
            + " listed), "
            + Plural.of(compilation.processes().size(), "process");
    Json.Builder facts =
        Json.object()
            .put("calendars", keys.size())
            .put("days", listed)
            .put("processes", compilation.processes().size());
    if (fixes != null) {
      fixes.members().forEach(facts::put);
    }
    FindingsReport findings =
        FindingsReport.of(invocation.command(), Version.PROCC, exit, found)
            .failOn(threshold)
            .withScope(scope, invocation.isJson() ? facts.build() : Json.Obj.EMPTY)
            .more("procc explain");
    Emitter emitter = Emitters.find(invocation.format());
    if (emitter == null) {
      throw Failure.usage("no format \"" + invocation.format() + "\"", null);
    }
    ReportPaths paths =
        ReportPaths.of(invocation, ProjectArguments.request(invocation, List.of()).locate().root());
    return new CheckReport(
        exit,
        emitter.emit(
            paths.apply(findings, invocation.format()), Style.of(invocation.usesColour())));
  }

  private static int listedDays(ProjectDocuments survey, Set<String> keys) throws Failure {
    int listed = 0;
    for (String key : keys) {
      SourcedCalendar calendar = ProjectCalendars.calendar(survey, key);
      listed += calendar.days().holidays().size() + calendar.days().extraWorkdays().size();
    }
    return listed;
  }
}
