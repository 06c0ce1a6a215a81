package dev.procc.cli.calendar;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.CalendarSheet;
import dev.procc.model.duedate.CalendarSheet.Numbering;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.view.dates.CalendarJson;
import dev.procc.view.dates.CalendarText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// `procc calendar show`: the days of a calendar, month by month.
public final class CalendarShowCommand extends Command {
  private static final Option PROCESS =
      Option.value("--process", "KEY", "the schedule of a process, with Workiva's numbers")
          .completes(ValueKind.PROCESS);

  public CalendarShowCommand() {
    super(CommandGroup.DATES, "calendar show", "show the days of a calendar, and their numbers");
  }

  @Override
  public Options options() {
    return Options.of(ProjectCalendars.FROM, ProjectCalendars.TO, ProjectCalendars.PERIOD, PROCESS)
        .formats("text", "json", "csv")
        .operands("[CALENDAR...]", 0, Integer.MAX_VALUE)
        .completes(ValueKind.CALENDAR);
  }

  @Override
  public String details() {
    return """
    Without a calendar it shows all of the project; without days, what each one covers. With
    --period each business day has its number after the period (WD3) or before its end (WD-2);
    with --process its number in the schedule as well (BD8).

    Examples:
      procc calendar show us-close --period 2024-Q4
      procc calendar show --process close@2024-Q4
      procc calendar show us-close --from 2025-01-01 --to 2025-12-31 --format csv
    """;
  }

  /// A calendar to show, its range of days, and from where they are numbered.
  private record RequestedSheet(SourcedCalendar calendar, DayRange range, Numbering counting) {}

  @Override
  public int run(Invocation invocation) throws Failure {
    ProjectCalendars project = ProjectCalendars.of(invocation);
    List<RequestedSheet> sheets =
        invocation.args().value("--process") == null
            ? calendarSheets(invocation, project)
            : processSheets(invocation, project);
    List<Json> all = new ArrayList<>();
    for (RequestedSheet sheet : sheets) {
      CalendarSheet days = CalendarSheet.of(sheet.calendar(), sheet.range(), sheet.counting());
      all.add(CalendarJson.sheet(days));
      if (invocation.format().equals("csv")) {
        invocation.print(CalendarJson.csv(days));
      } else if (!invocation.isJson()) {
        Style style = Style.of(invocation.usesColour());
        if (all.size() > 1) {
          invocation.println("");
        }
        invocation.print(header(project.survey(), sheet, style));
        invocation.println("");
        invocation.print(CalendarText.sheet(days, style));
      }
    }
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("calendars", Json.array(all)).build());
    }
    return ExitCode.OK;
  }

  private static List<RequestedSheet> calendarSheets(
      Invocation invocation, ProjectCalendars project) throws Failure {
    List<String> keys = invocation.operands().isEmpty() ? project.keys() : invocation.operands();
    if (keys.isEmpty()) {
      throw Failure.noMatch(
          "no calendar in " + project.root(),
          "add a document of kind Calendar, or procc calendar import");
    }
    if (invocation.format().equals("csv") && keys.size() > 1) {
      throw Failure.usage("a table is of one calendar", "name one: " + String.join(", ", keys));
    }
    String named = invocation.args().value("--period");
    Period period = named == null ? null : project.period(named);
    List<RequestedSheet> sheets = new ArrayList<>();
    for (String key : keys) {
      SourcedCalendar calendar = project.calendar(key);
      DayRange defaultRange =
          period != null ? ProjectCalendars.withNextMonth(period) : project.days(calendar);
      DayRange range = ProjectCalendars.range(invocation, defaultRange);
      if (range == null) {
        range = defaultRange;
      }
      if (range == null) {
        throw Failure.usage(
            "\"" + key + "\" does not say which days it covers", "give --from and --to");
      }
      boolean dayZero = project.survey().dateOptions().dayZero();
      sheets.add(new RequestedSheet(calendar, range, new Numbering(period, dayZero, null)));
    }
    return sheets;
  }

  private static List<RequestedSheet> processSheets(Invocation invocation, ProjectCalendars project)
      throws Failure {
    String word = invocation.args().value("--process", "");
    Compilation compilation =
        ProjectSession.open(ProjectArguments.request(invocation, List.of(word))).compile(null);
    if (compilation.processes().isEmpty()) {
      throw compilation.skipped().isEmpty()
          ? Failure.error("\"" + word + "\" does not compile", "procc lint " + word)
          : ProjectSession.noProcesses(compilation);
    }
    List<RequestedSheet> sheets = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      DateResolution dates = process.resolved().dates();
      LocalDate start = dates.start();
      LocalDate end = dates.end();
      if (start == null || end == null || end.isBefore(start)) {
        throw Failure.error(
            "\"" + process.identity() + "\" has no schedule",
            "give it businessStartDate and businessEndDate");
      }
      DayRange schedule = new DayRange(start, end);
      SourcedPeriod period = dates.tree().period();
      DayRange range = ProjectCalendars.range(invocation, schedule);
      List<String> keys = invocation.operands();
      SourcedCalendar own = dates.tree().calendar();
      Numbering counting =
          new Numbering(
              period == null ? null : period.period(), dates.options().dayZero(), schedule);
      for (String key : keys.isEmpty() ? List.of(own.days().key()) : keys) {
        SourcedCalendar calendar = keys.isEmpty() ? own : project.calendar(key);
        sheets.add(new RequestedSheet(calendar, range == null ? schedule : range, counting));
      }
    }
    return sheets;
  }

  private static SafeText header(ProjectDocuments survey, RequestedSheet sheet, Style style) {
    SourcedCalendar calendar = sheet.calendar();
    String key = calendar.days().key();
    CalendarDecl decl = survey.calendars().decl(key);
    TextPage out = new TextPage().append(style.bold(key));
    if (decl == null) {
      out.append('\n');
      appendCounting(sheet.counting(), out);
      return out.toText();
    }
    out.append("   ").append(style.cyan(decl.key().span().pathAndLine())).append('\n');
    out.append("  workdays ").append(oneLine(decl.workweek().origin().span().text()));
    DayRange covers = calendar.days().coverage();
    out.append(covers == null ? ", looked up: it does not say" : ", looked up " + covers);
    out.append('\n');
    if (!decl.alsoClosedIn().isEmpty()) {
      List<String> others = new ArrayList<>();
      decl.alsoClosedIn().forEach(name -> others.add(name.value()));
      out.append("  also closed in ").append(String.join(", ", others)).append('\n');
    }
    if (decl.source() != null) {
      out.append("  ").append(TerminalText.sanitize(decl.source().value())).append('\n');
    }
    appendCounting(sheet.counting(), out);
    return out.toText();
  }

  /// Appends from where days are numbered.
  private static void appendCounting(Numbering counting, TextPage out) {
    Period period = counting.period();
    DayRange schedule = counting.schedule();
    if (period != null) {
      out.append("  WDn counts business days after the period ")
          .append(period.key())
          .append(", which ends ")
          .append(DayText.format(period.end()))
          .append('\n');
    }
    if (schedule != null) {
      out.append("  BDn counts business days of the schedule, ")
          .append(DayText.format(schedule.start()))
          .append(" to ")
          .append(DayText.format(schedule.end()))
          .append('\n');
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
