package dev.procc.cli.calendar;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectVersions;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.duedate.CalendarComparison;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.view.dates.CalendarJson;
import dev.procc.view.dates.CalendarText;
import dev.procc.view.text.Style;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc calendar diff`: the days on which two calendars differ.
public final class CalendarDiffCommand extends Command {
  public CalendarDiffCommand() {
    super(CommandGroup.DATES, "calendar diff", "compare two calendars, day by day");
  }

  @Override
  public Options options() {
    return Options.of(
            ProjectCalendars.FROM,
            ProjectCalendars.TO,
            ProjectCalendars.PERIOD,
            Option.flag("--detailed-exitcode", "exit 2 when a day differs"))
        .formats("text", "json")
        .operands("A B", 2, 2)
        .completes(ValueKind.CALENDAR);
  }

  @Override
  public String details() {
    return """
    Each one is the key of a calendar of the project, or a file with one calendar in it or with
    the one of the same key; - reads it from standard input; main:us-close is the calendar as it
    stood at a commit. Without days it compares those that both cover.

    Examples:
      procc calendar diff us-close es-madrid --period 2024-Q4
      procc calendar diff main:us-close us-close
      procc calendar diff before.calendar.yaml us-close --period 2025-Q1
    """;
  }

  /// A calendar and its name in the output.
  private record NamedCalendar(String name, SourcedCalendar calendar) {}

  @Override
  public int run(Invocation invocation) throws Failure {
    ProjectCalendars project = ProjectCalendars.of(invocation);
    String first = invocation.operands().get(0);
    String second = invocation.operands().get(1);
    if (first.equals("-") && second.equals("-")) {
      throw Failure.usage("standard input is read once", "name a calendar or a file beside -");
    }
    NamedCalendar a = calendarOf(invocation, project, first, second);
    NamedCalendar b = calendarOf(invocation, project, second, first);
    String named = invocation.args().value("--period");
    DayRange defaultRange =
        named == null
            ? intersection(a.calendar().days().coverage(), b.calendar().days().coverage())
            : ProjectCalendars.withNextMonth(project.period(named));
    DayRange range = ProjectCalendars.range(invocation, defaultRange);
    range = range == null ? defaultRange : range;
    if (range == null) {
      throw Failure.usage("the two do not say which days they both cover", "give --from and --to");
    }
    CalendarComparison comparison = CalendarComparison.of(a.calendar(), b.calendar(), range);
    boolean differ = !comparison.differences().isEmpty();
    int exit =
        differ && invocation.args().has("--detailed-exitcode") ? ExitCode.CHANGES : ExitCode.OK;
    if (invocation.isJson()) {
      invocation.print(exit, CalendarJson.comparison(comparison, a.name(), b.name()));
    } else {
      invocation.print(
          CalendarText.comparison(
              comparison, a.name(), b.name(), Style.of(invocation.usesColour())));
    }
    return exit;
  }

  private static @Nullable DayRange intersection(@Nullable DayRange a, @Nullable DayRange b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    LocalDate from = a.start().isAfter(b.start()) ? a.start() : b.start();
    LocalDate to = a.end().isBefore(b.end()) ? a.end() : b.end();
    return to.isBefore(from) ? null : new DayRange(from, to);
  }

  /// The calendar of `main:us-close`, as it was at a commit.
  private static NamedCalendar calendarAtCommit(Invocation invocation, String word, int colon)
      throws Failure {
    ProjectVersions.ProjectVersion then =
        new ProjectVersions(ProjectArguments.request(invocation, List.of()))
            .open(word.substring(0, colon));
    return new NamedCalendar(
        word,
        ProjectCalendars.calendar(
            ProjectDocuments.read(then.session().outcome()), word.substring(colon + 1)));
  }

  /// A calendar of the project or of a file; in a file, the one with the key of the other calendar,
  /// or the only one.
  private static NamedCalendar calendarOf(
      Invocation invocation, ProjectCalendars project, String word, String other) throws Failure {
    if (project.keys().contains(word)) {
      return new NamedCalendar(word, project.calendar(word));
    }
    int colon = word.indexOf(':');
    if (colon > 1 && !Files.exists(invocation.resolve(word.substring(0, colon)))) {
      return calendarAtCommit(invocation, word, colon);
    }
    if (!word.equals("-") && !Files.isRegularFile(invocation.resolve(word))) {
      return new NamedCalendar(word, project.calendar(word));
    }
    String path = word.equals("-") ? "<stdin>" : word;
    ProjectDocuments survey =
        ProjectCalendars.surveyOfFile(new SourceFile(path, invocation.readFile(word)));
    List<String> keys = ProjectCalendars.keys(survey);
    if (keys.contains(other)) {
      return new NamedCalendar(path, ProjectCalendars.calendar(survey, other));
    }
    if (keys.size() != 1) {
      throw Failure.noMatch(
          keys.isEmpty()
              ? "\"" + path + "\" holds no calendar"
              : "\"" + path + "\" holds several calendars and none with the key of the other",
          keys.isEmpty() ? null : "known: " + String.join(", ", keys));
    }
    return new NamedCalendar(path, ProjectCalendars.calendar(survey, keys.getFirst()));
  }
}
