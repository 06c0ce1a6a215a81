package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.cli.Call;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Option;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.compile.Survey;
import dev.procc.language.project.Location;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.yaml.Scalars;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calendars around the current directory, and ranges of days as the command line gives them.
final class ProjectCalendars {
  static final Option FROM = Option.value("--from", "DATE", "the first day");
  static final Option TO = Option.value("--to", "DATE", "the last day");
  static final Option PERIOD =
      Option.value("--period", "KEY", "the days of a period and of the month after it");

  /// The longest range that is shown, in days.
  private static final long MOST = 3700;

  private final Path root;
  private final Survey survey;

  private ProjectCalendars(Path root, Survey survey) {
    this.root = root;
    this.survey = survey;
  }

  static ProjectCalendars of(Call call) {
    Location location = Location.find(call.env().directory(), call.config(), List.of());
    return new ProjectCalendars(location.root(), Survey.of(ProjectReader.read(location)));
  }

  /// The calendars of one text that is no part of the project.
  static Survey alone(SourceFile file) {
    Outcome<Project> read = ProjectReader.read(new SingleFile(file), List.of(file.path()));
    return Survey.of(read);
  }

  /// The folder that paths of the project are relative to.
  Path root() {
    return root;
  }

  Survey survey() {
    return survey;
  }

  /// The keys of all calendars, in the order of files.
  List<String> keys() {
    return keys(survey);
  }

  static List<String> keys(Survey survey) {
    List<String> keys = new ArrayList<>();
    for (CalendarDecl decl : survey.calendars().decls()) {
      keys.add(decl.key().value());
    }
    return keys;
  }

  /// The calendar of that key.
  ///
  /// @throws Failure exit 7 where there is none, exit 3 where it cannot be read
  SourcedCalendar calendar(String key) throws Failure {
    return calendar(survey, key);
  }

  static SourcedCalendar calendar(Survey survey, String key) throws Failure {
    SourcedCalendar calendar = survey.calendars().sourced(key);
    CalendarDecl decl = survey.calendars().decl(key);
    for (Diagnostic diagnostic : survey.diagnostics()) {
      Span at = diagnostic.span();
      boolean its =
          calendar == null || decl == null || at == null || at.file() == decl.key().span().file();
      if (its && diagnostic.severity() == Severity.ERROR) {
        throw new Failure(
            Exit.FINDINGS,
            "\"" + key + "\" cannot be read: " + diagnostic.message(),
            at == null ? "procc lint" : at + ", more: procc lint");
      }
    }
    if (calendar != null) {
      return calendar;
    }
    List<String> keys = keys(survey);
    throw Failure.nothing(
        "\"" + key + "\" is no calendar of this project",
        keys.isEmpty()
            ? "add a document of kind Calendar, or procc calendar import"
            : Spelling.hint(key, keys).orElse("known: " + String.join(", ", keys)));
  }

  /// A period of the project, or any that its key tells.
  Period period(String key) throws Failure {
    SourcedPeriod sourced = survey.periods().get(key);
    if (sourced != null) {
      return sourced.period();
    }
    Periods.Found found = Periods.find(key, survey.dateOptions().fiscal());
    Period period = found.period();
    if (period == null) {
      String problem = found.problem();
      throw Failure.usage(
          problem == null ? "\"" + key + "\" is no period" : problem, "write " + Periods.FORMS);
    }
    return period;
  }

  /// A period and the month after it, in which its work is done.
  static DayRange around(Period period) {
    return new DayRange(period.start(), YearMonth.from(period.end().plusDays(1)).atEndOfMonth());
  }

  /// The days of `--from` and `--to`; absent when neither is given.
  ///
  /// @param otherwise stands in for the end that is not given
  static @Nullable DayRange range(Call call, @Nullable DayRange otherwise) throws Failure {
    LocalDate from = date(call, "--from");
    LocalDate to = date(call, "--to");
    if (from == null && to == null) {
      return null;
    }
    LocalDate first = from != null ? from : otherwise == null ? null : otherwise.start();
    LocalDate last = to != null ? to : otherwise == null ? null : otherwise.end();
    if (first == null || last == null) {
      throw Failure.usage("a range has two ends", "give --from and --to");
    }
    if (last.isBefore(first)) {
      throw Failure.usage("the range ends before it begins: " + first + ".." + last, null);
    }
    if (last.toEpochDay() - first.toEpochDay() > MOST) {
      throw Failure.usage("the range is longer than ten years: " + first + ".." + last, null);
    }
    return new DayRange(first, last);
  }

  private static @Nullable LocalDate date(Call call, String option) throws Failure {
    String given = call.args().value(option);
    if (given == null) {
      return null;
    }
    LocalDate date = Scalars.date(given);
    if (date == null || date.getYear() < 1970 || date.getYear() > 2199) {
      throw Failure.usage(
          "\"" + given + "\" is no date of the years 1970 to 2199",
          "write " + option + " 2024-12-31");
    }
    return date;
  }
}
