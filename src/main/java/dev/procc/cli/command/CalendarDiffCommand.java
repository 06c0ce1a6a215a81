package dev.procc.cli.command;

import dev.procc.base.source.SourceFile;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.Survey;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.duedate.CalendarComparison;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.view.report.CalendarJson;
import dev.procc.view.report.CalendarText;
import dev.procc.view.report.Style;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc calendar diff`: the days on which two calendars differ.
final class CalendarDiffCommand implements Command {
  @Override
  public String name() {
    return "calendar diff";
  }

  @Override
  public String summary() {
    return "compare two calendars, day by day";
  }

  @Override
  public Group group() {
    return Group.DATES;
  }

  @Override
  public Options options() {
    return Options.of(
            ProjectCalendars.FROM,
            ProjectCalendars.TO,
            ProjectCalendars.PERIOD,
            Option.flag("--detailed-exitcode", "exit 2 when a day differs"))
        .formats("text", "json")
        .operands("A B", 2, 2);
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

  /// A calendar and what to call it.
  private record Side(String name, SourcedCalendar calendar) {}

  @Override
  public int run(Call call) throws Failure {
    ProjectCalendars project = ProjectCalendars.of(call);
    String first = call.operands().get(0);
    String second = call.operands().get(1);
    if (first.equals("-") && second.equals("-")) {
      throw Failure.usage("standard input is read once", "name a calendar or a file beside -");
    }
    Side a = side(call, project, first, second);
    Side b = side(call, project, second, first);
    String named = call.args().value("--period");
    DayRange habit =
        named == null
            ? both(a.calendar().days().covers(), b.calendar().days().covers())
            : ProjectCalendars.around(project.period(named));
    DayRange range = ProjectCalendars.range(call, habit);
    range = range == null ? habit : range;
    if (range == null) {
      throw Failure.usage("the two do not say which days they both cover", "give --from and --to");
    }
    CalendarComparison comparison = CalendarComparison.of(a.calendar(), b.calendar(), range);
    boolean differ = !comparison.differences().isEmpty();
    int exit = differ && call.args().has("--detailed-exitcode") ? Exit.CHANGES : Exit.OK;
    if (call.json()) {
      call.print(exit, CalendarJson.comparison(comparison, a.name(), b.name()));
    } else {
      call.print(CalendarText.comparison(comparison, a.name(), b.name(), Style.of(call.colour())));
    }
    return exit;
  }

  private static @Nullable DayRange both(@Nullable DayRange a, @Nullable DayRange b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    LocalDate from = a.start().isAfter(b.start()) ? a.start() : b.start();
    LocalDate to = a.end().isBefore(b.end()) ? a.end() : b.end();
    return to.isBefore(from) ? null : new DayRange(from, to);
  }

  /// `main:us-close`: a calendar as it stood at a commit.
  private static Side atCommit(Call call, String word, int colon) throws Failure {
    Versions.Version then = new Versions(call).named(word.substring(0, colon));
    return new Side(
        word, ProjectCalendars.calendar(Survey.of(then.read()), word.substring(colon + 1)));
  }

  /// A calendar of the project, or of a file: the one of the other's key, or the only one in it.
  private static Side side(Call call, ProjectCalendars project, String word, String other)
      throws Failure {
    if (project.keys().contains(word)) {
      return new Side(word, project.calendar(word));
    }
    int colon = word.indexOf(':');
    if (colon > 1 && !Files.exists(call.path(word.substring(0, colon)))) {
      return atCommit(call, word, colon);
    }
    if (!word.equals("-") && !Files.isRegularFile(call.path(word))) {
      return new Side(word, project.calendar(word));
    }
    String path = word.equals("-") ? "<stdin>" : word;
    Survey survey = ProjectCalendars.alone(new SourceFile(path, call.read(word)));
    List<String> keys = ProjectCalendars.keys(survey);
    if (keys.contains(other)) {
      return new Side(path, ProjectCalendars.calendar(survey, other));
    }
    if (keys.size() != 1) {
      throw Failure.nothing(
          keys.isEmpty()
              ? "\"" + path + "\" holds no calendar"
              : "\"" + path + "\" holds several calendars and none with the key of the other",
          keys.isEmpty() ? null : "known: " + String.join(", ", keys));
    }
    return new Side(path, ProjectCalendars.calendar(survey, keys.getFirst()));
  }
}
