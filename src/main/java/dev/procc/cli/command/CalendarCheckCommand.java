package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.cli.Version;
import dev.procc.language.calendars.CalendarCheckup;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.Survey;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.view.report.Emitter;
import dev.procc.view.report.Emitters;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
                "the least severity that fails; warning by default"))
        .formats(Emitters.NAMES.toArray(String[]::new))
        .operands("[CALENDAR...]", 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    Looks at what lint passes over: days that a process or a person counts by and nobody looked
    up, holidays on days off, days listed twice or out of order, calendars without a source, and
    those that nobody uses. Exit 3 when a finding fails the run.

    Examples:
      procc calendar check
      procc calendar check us-close --fail-on info
      procc explain PC230
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    Compilation compilation = Definitions.compileAll(call);
    Survey survey =
        Survey.of(Outcome.of(compilation.project(), compilation.project().diagnostics()));
    Set<String> keys = new LinkedHashSet<>(call.operands());
    int listed = 0;
    for (String key : keys.isEmpty() ? ProjectCalendars.keys(survey) : List.copyOf(keys)) {
      SourcedCalendar calendar = ProjectCalendars.calendar(survey, key);
      listed += calendar.days().holidays().size() + calendar.days().extraWorkdays().size();
      keys.add(key);
    }
    List<Diagnostic> found = CalendarCheckup.check(survey, compilation, keys);
    Severity threshold =
        Severity.valueOf(call.args().value("--fail-on", "warning").toUpperCase(Locale.ROOT));
    int exit = LintReport.exit(found, threshold);
    String scope =
        counted(keys.size(), "calendar")
            + " ("
            + counted(listed, "day")
            + " listed), "
            + counted(compilation.processes().size(), "process");
    Json.Obj facts =
        Json.object()
            .put("calendars", keys.size())
            .put("days", listed)
            .put("processes", compilation.processes().size())
            .build();
    Findings findings =
        Findings.of(call.command(), Version.PROCC, exit, found)
            .failOn(threshold)
            .looked(scope, call.json() ? facts : Json.Obj.EMPTY)
            .more("procc explain");
    Emitter emitter = Emitters.find(call.format());
    if (emitter == null) {
      throw Failure.usage("no format \"" + call.format() + "\"", null);
    }
    call.print(emitter.emit(findings, Style.of(call.colour())));
    return exit;
  }

  private static String counted(int number, String noun) {
    String many = noun.endsWith("s") ? noun + "es" : noun + "s";
    return number + " " + (number == 1 ? noun : many);
  }
}
