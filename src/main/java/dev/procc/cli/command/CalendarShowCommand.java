package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.Survey;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.CalendarSheet;
import dev.procc.model.duedate.CalendarSheet.Counting;
import dev.procc.model.duedate.Resolution;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.view.report.CalendarJson;
import dev.procc.view.report.CalendarText;
import dev.procc.view.report.Columns;
import dev.procc.view.report.Style;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// `procc calendar show`: the days of a calendar, month by month.
final class CalendarShowCommand implements Command {
  private static final Option PROCESS =
      Option.value("--process", "KEY", "the schedule of a process, with Workiva's numbers");

  @Override
  public String name() {
    return "calendar show";
  }

  @Override
  public String summary() {
    return "show the days of a calendar, and their numbers";
  }

  @Override
  public Group group() {
    return Group.DATES;
  }

  @Override
  public Options options() {
    return Options.of(ProjectCalendars.FROM, ProjectCalendars.TO, ProjectCalendars.PERIOD, PROCESS)
        .formats("text", "json", "csv")
        .operands("[CALENDAR...]", 0, Integer.MAX_VALUE);
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

  /// A calendar to show, the days, and what their numbers are counted from.
  private record Sheet(SourcedCalendar calendar, DayRange range, Counting counting) {}

  @Override
  public int run(Call call) throws Failure {
    ProjectCalendars project = ProjectCalendars.of(call);
    List<Sheet> wanted =
        call.args().value("--process") == null
            ? ofCalendars(call, project)
            : ofProcess(call, project);
    List<Json> all = new ArrayList<>();
    for (Sheet sheet : wanted) {
      CalendarSheet days = CalendarSheet.of(sheet.calendar(), sheet.range(), sheet.counting());
      all.add(CalendarJson.sheet(days));
      if (call.format().equals("csv")) {
        call.print(CalendarJson.table(days));
      } else if (!call.json()) {
        Style style = Style.of(call.colour());
        if (all.size() > 1) {
          call.println("");
        }
        call.print(head(project.survey(), sheet.calendar(), style));
        call.println("");
        call.print(CalendarText.sheet(days, style));
      }
    }
    if (call.json()) {
      call.print(Exit.OK, Json.object().put("calendars", Json.array(all)).build());
    }
    return Exit.OK;
  }

  private static List<Sheet> ofCalendars(Call call, ProjectCalendars project) throws Failure {
    List<String> keys = call.operands().isEmpty() ? project.keys() : call.operands();
    if (keys.isEmpty()) {
      throw Failure.nothing(
          "no calendar in " + project.root(),
          "add a document of kind Calendar, or procc calendar import");
    }
    if (call.format().equals("csv") && keys.size() > 1) {
      throw Failure.usage("a table is of one calendar", "name one: " + String.join(", ", keys));
    }
    String named = call.args().value("--period");
    Period period = named == null ? null : project.period(named);
    List<Sheet> sheets = new ArrayList<>();
    for (String key : keys) {
      SourcedCalendar calendar = project.calendar(key);
      DayRange habit = period != null ? ProjectCalendars.around(period) : calendar.days().covers();
      DayRange range = ProjectCalendars.range(call, habit);
      if (range == null) {
        range = habit;
      }
      if (range == null) {
        throw Failure.usage(
            "\"" + key + "\" does not say which days it covers", "give --from and --to");
      }
      boolean dayZero = project.survey().dateOptions().dayZero();
      sheets.add(new Sheet(calendar, range, new Counting(period, dayZero, null)));
    }
    return sheets;
  }

  private static List<Sheet> ofProcess(Call call, ProjectCalendars project) throws Failure {
    String word = call.args().value("--process", "");
    Compilation compilation = Definitions.compileThese(call, List.of(word));
    if (compilation.processes().isEmpty()) {
      throw compilation.skipped().isEmpty()
          ? Failure.error("\"" + word + "\" does not compile", "procc lint " + word)
          : Definitions.nothing(compilation);
    }
    List<Sheet> sheets = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      Resolution dates = process.resolved().dates();
      LocalDate start = dates.start();
      LocalDate end = dates.end();
      if (start == null || end == null || end.isBefore(start)) {
        throw Failure.error(
            "\"" + process.identity() + "\" has no schedule",
            "give it businessStartDate and businessEndDate");
      }
      DayRange schedule = new DayRange(start, end);
      SourcedPeriod period = dates.tree().period();
      DayRange range = ProjectCalendars.range(call, schedule);
      List<String> keys = call.operands();
      SourcedCalendar own = dates.tree().calendar();
      Counting counting =
          new Counting(
              period == null ? null : period.period(), dates.options().dayZero(), schedule);
      for (String key : keys.isEmpty() ? List.of(own.days().key()) : keys) {
        SourcedCalendar calendar = keys.isEmpty() ? own : project.calendar(key);
        sheets.add(new Sheet(calendar, range == null ? schedule : range, counting));
      }
    }
    return sheets;
  }

  private static String head(Survey survey, SourcedCalendar calendar, Style style) {
    String key = calendar.days().key();
    CalendarDecl decl = survey.calendars().decl(key);
    StringBuilder out = new StringBuilder(style.bold(key));
    if (decl == null) {
      return out.append('\n').toString();
    }
    out.append("   ").append(style.cyan(decl.key().span().line())).append('\n');
    out.append("  workdays ").append(oneLine(decl.workdaysOrigin().span().text()));
    DayRange covers = calendar.days().covers();
    out.append(covers == null ? ", looked up: it does not say" : ", looked up " + covers);
    out.append('\n');
    if (!decl.alsoClosedIn().isEmpty()) {
      List<String> others = new ArrayList<>();
      decl.alsoClosedIn().forEach(name -> others.add(name.value()));
      out.append("  also closed in ").append(String.join(", ", others)).append('\n');
    }
    if (decl.source() != null) {
      out.append("  ").append(Columns.shown(decl.source().value())).append('\n');
    }
    return out.toString();
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
