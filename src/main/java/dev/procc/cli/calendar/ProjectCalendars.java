package dev.procc.cli.calendar;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.yaml.node.ScalarValues;
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

/// The calendars of the project in the current folder, and the ranges of days of a command line.
final class ProjectCalendars {
  static final Option FROM = Option.value("--from", "DATE", "the first day");
  static final Option TO = Option.value("--to", "DATE", "the last day");
  static final Option PERIOD =
      Option.value("--period", "KEY", "the days of a period and of the month after it")
          .completes(ValueKind.PERIOD);

  /// The longest range that is shown, in days.
  private static final long MAX_DAYS = 3700;

  private final Path root;
  private final ProjectDocuments survey;

  private ProjectCalendars(Path root, ProjectDocuments survey) {
    this.root = root;
    this.survey = survey;
  }

  static ProjectCalendars of(Invocation invocation) throws Failure {
    ProjectSession session = ProjectSession.read(ProjectArguments.request(invocation, List.of()));
    return new ProjectCalendars(session.root(), ProjectDocuments.read(session.outcome()));
  }

  /// The documents of a single text outside the project.
  static ProjectDocuments surveyOfFile(SourceFile file) {
    Outcome<Project> read = ProjectReader.read(OverlayTree.ofOnly(file), List.of(file.path()));
    return ProjectDocuments.read(read);
  }

  /// The folder to which the project's paths are relative.
  Path root() {
    return root;
  }

  ProjectDocuments survey() {
    return survey;
  }

  /// The keys of all calendars, in file order.
  List<String> keys() {
    return keys(survey);
  }

  static List<String> keys(ProjectDocuments survey) {
    List<String> keys = new ArrayList<>();
    for (CalendarDecl decl : survey.calendars().decls()) {
      keys.add(decl.key().value());
    }
    return keys;
  }

  /// The calendar with a key.
  ///
  /// @throws Failure exit 7 if there is none, exit 3 if it cannot be read
  SourcedCalendar calendar(String key) throws Failure {
    return calendar(survey, key);
  }

  static SourcedCalendar calendar(ProjectDocuments survey, String key) throws Failure {
    SourcedCalendar calendar = survey.calendars().sourced(key);
    CalendarDecl decl = survey.calendars().decl(key);
    for (Finding finding : survey.findings()) {
      Span at = finding.span();
      boolean concernsCalendar =
          calendar == null || decl == null || at == null || at.file() == decl.key().span().file();
      if (concernsCalendar && finding.severity() == Severity.ERROR) {
        throw new Failure(
            Failure.Kind.FINDINGS,
            "\"" + key + "\" cannot be read: " + finding.message(),
            at == null ? "procc lint" : at + ", more: procc lint");
      }
    }
    if (calendar != null) {
      return calendar;
    }
    List<String> keys = keys(survey);
    throw Failure.noMatch(
        "\"" + key + "\" is not a calendar of this project",
        keys.isEmpty()
            ? "add a document of kind Calendar, or procc calendar import"
            : Spelling.hint(key, keys).orElse("known: " + String.join(", ", keys)));
  }

  /// The period with a key: one of the project, or a standard one.
  Period period(String key) throws Failure {
    SourcedPeriod sourced = survey.periods().get(key);
    if (sourced != null) {
      return sourced.period();
    }
    Periods.PeriodLookup found = Periods.find(key, survey.dateOptions().fiscal());
    Period period = found.period();
    if (period == null) {
      String problem = found.problem();
      throw Failure.usage(
          problem == null ? "\"" + key + "\" is not a period" : problem,
          Periods.hint(key, survey.dateOptions().fiscal()));
    }
    return period;
  }

  /// The days of a calendar: those it covers, otherwise those of the periods of the project, each
  /// with the month after it; null if there are none.
  @Nullable DayRange days(SourcedCalendar calendar) {
    DayRange days = calendar.days().coverage();
    if (days != null) {
      return days;
    }
    for (SourcedPeriod period : survey.periods().values()) {
      DayRange of = withNextMonth(period.period());
      days =
          days == null
              ? of
              : new DayRange(
                  days.start().isBefore(of.start()) ? days.start() : of.start(),
                  days.end().isAfter(of.end()) ? days.end() : of.end());
    }
    return days;
  }

  /// A period with the month after it, in which the work on it is done.
  static DayRange withNextMonth(Period period) {
    return new DayRange(period.start(), YearMonth.from(period.end().plusDays(1)).atEndOfMonth());
  }

  /// The days from `--from` to `--to`; null if neither is given.
  ///
  /// @param defaultRange supplies an end that is not given
  static @Nullable DayRange range(Invocation invocation, @Nullable DayRange defaultRange)
      throws Failure {
    LocalDate from = date(invocation, "--from");
    LocalDate to = date(invocation, "--to");
    if (from == null && to == null) {
      return null;
    }
    LocalDate first = from != null ? from : defaultRange == null ? null : defaultRange.start();
    LocalDate last = to != null ? to : defaultRange == null ? null : defaultRange.end();
    if (first == null || last == null) {
      throw Failure.usage("a range has two ends", "give --from and --to");
    }
    if (last.isBefore(first)) {
      throw Failure.usage("the range ends before it begins: " + first + ".." + last, null);
    }
    if (last.toEpochDay() - first.toEpochDay() > MAX_DAYS) {
      throw Failure.usage("the range is longer than ten years: " + first + ".." + last, null);
    }
    return new DayRange(first, last);
  }

  private static @Nullable LocalDate date(Invocation invocation, String option) throws Failure {
    String given = invocation.args().value(option);
    if (given == null) {
      return null;
    }
    LocalDate date = ScalarValues.date(given);
    if (date == null || date.getYear() < 1970 || date.getYear() > 2199) {
      throw Failure.usage(
          "\"" + given + "\" is not a date of the years 1970 to 2199",
          "write "
              + option
              + " "
              + (given.matches("(?:19[7-9]|20\\d|21\\d)\\d") ? given : "2024")
              + (option.equals("--to") ? "-12-31" : "-01-01"));
    }
    return date;
  }
}
