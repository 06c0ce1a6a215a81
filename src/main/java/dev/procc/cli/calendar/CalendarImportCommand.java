package dev.procc.cli.calendar;

import dev.procc.app.Failure;
import dev.procc.app.project.ChangedFile;
import dev.procc.app.project.ChangedFiles;
import dev.procc.base.finding.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.calendars.CalendarImport;
import dev.procc.language.holidays.HolidayList;
import dev.procc.language.holidays.HolidayListReader;
import dev.procc.language.holidays.UnknownCountry;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.ProjectPaths;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Weekdays;
import dev.procc.view.dates.CalendarImportText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `procc calendar import`: lists days from an iCalendar file, a table, or the holidays of a
/// country on which two sources agree.
public final class CalendarImportCommand extends Command {
  private static final Option KEY =
      Option.value("--key", "KEY", "the calendar to write; by default named like the source")
          .completes(ValueKind.CALENDAR);
  private static final Option INTO =
      Option.value("--into", "FILE", "the file of a new calendar; by default KEY.calendar.yaml");
  private static final Option WORKDAYS =
      Option.value(
          "--workdays", "DAYS", "the workdays of a new calendar; by default those of the country");
  private static final Option SOURCE =
      Option.value("--source", "TEXT", "what the calendar says its days are from");

  public CalendarImportCommand() {
    super(
        CommandGroup.DATES,
        "calendar import",
        "write holidays of a country or a file into a calendar");
  }

  @Override
  public Options options() {
    return Options.of(
            KEY,
            ProjectCalendars.FROM,
            ProjectCalendars.TO,
            ProjectCalendars.PERIOD,
            INTO,
            WORKDAYS,
            SOURCE,
            Option.flag(
                "--replace", "take out days that the source does not list, and write its names"),
            Option.flag("--dry-run", "show what would change, write nothing"),
            Option.flag("--yes", "do not ask"))
        .formats("text", "json")
        .operands("COUNTRY|FILE|-", 1, 1)
        .completes(ValueKind.COUNTRY);
  }

  @Override
  public String details() {
    return """
    COUNTRY is a code of ISO 3166 with a region if need be (us, us-ca, de-by, gb-eng), an exchange
    (nyse, tsx, jpx) or a payment system (fed, target). Only days on which two independent sources
    agree are written, for the years that both have (2024 to 2027); days that one of them has are
    listed for you to decide. FILE is an iCalendar file or a table that begins with date,name; -
    reads one from standard input. Nothing is asked on the network. The days are written out, each
    with its name; covers says what was looked up. Half days stay business days and are listed.

    A calendar that is there gets the days of the range that it lacks; what you wrote stays: its
    days and their names, its comments, its extra workdays. Days that the source does not list are
    named; --replace takes them out. What would change is shown first. Without a range, the days it
    covers, or all years of a country.

    Examples:
      procc calendar import nyse --key us-close --from 2025-01-01 --to 2026-12-31
      procc calendar import bank-holidays.ics --key uk
      procc calendar import es-md --key es-madrid --period 2025-Q1 --dry-run
    """;
  }

  /// The calendar to write, and the file it is in.
  ///
  /// @param before the text of that file; null if there is none
  private record ImportTarget(
      String key,
      String path,
      @Nullable String before,
      @Nullable SourceDocument document,
      @Nullable CalendarDecl decl) {}

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    ProjectCalendars project = ProjectCalendars.of(invocation);
    String word = invocation.operands().getFirst();
    SourceFile file = sourceFile(invocation, word);
    ImportTarget target =
        importTarget(invocation, project, calendarKey(invocation, word, file == null));
    Outcome<HolidayList> read = readHolidays(invocation, project, word, file, target);
    HolidayList list = read.value().orElse(null);
    if (list == null) {
      return FindingsPrinter.printErrors(invocation, read.findings());
    }
    String source = invocation.args().value("--source");
    if (source != null) {
      list = new HolidayList(source, list.range(), list.days(), list.leftOut());
    }
    CalendarImport result = importInto(invocation, target, list, file == null ? word : null);
    if (result.problem() != null) {
      throw Failure.refused(result.problem(), "give another --from and --to, or another --key");
    }
    return writeAndReport(invocation, project, target, list, result);
  }

  /// The file to import from; null if the word is a country.
  private static @Nullable SourceFile sourceFile(Invocation invocation, String word)
      throws Failure {
    boolean file =
        word.equals("-")
            || word.indexOf('.') >= 0
            || word.indexOf('/') >= 0
            || Files.isRegularFile(invocation.resolve(word));
    if (!file) {
      UnknownCountry unknown = HolidayListReader.unknownCountry(word);
      if (unknown != null) {
        throw Failure.noMatch(unknown.message(), unknown.hint());
      }
      return null;
    }
    String text = invocation.readFile(word);
    return new SourceFile(
        word.equals("-") ? "<stdin>" : word, text.startsWith("\ufeff") ? text.substring(1) : text);
  }

  private static String calendarKey(Invocation invocation, String word, boolean country)
      throws Failure {
    String given = invocation.args().value("--key");
    if (given != null) {
      if (!ScalarValues.isSlug(given)) {
        throw Failure.usage(
            "\"" + given + "\" is not a key", "a key is of a-z, 0-9, - and _, such as us-close");
      }
      return given;
    }
    if (country) {
      return HolidayListReader.countryCode(word);
    }
    String name = word.substring(word.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    String stem =
        (dot < 0 ? name : name.substring(0, dot))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-");
    if (!ScalarValues.isSlug(stem)) {
      throw Failure.usage("the calendar needs a key", "give --key us-close");
    }
    return stem;
  }

  private static ImportTarget importTarget(
      Invocation invocation, ProjectCalendars project, String key) throws Failure {
    String into = invocation.args().value("--into");
    String named =
        into == null ? null : ChangedFiles.path(project.root(), invocation.resolve(into));
    for (SourceDocument document : project.survey().project().documents("Calendar")) {
      if (document.key().equals(key)) {
        if (named != null && !named.equals(document.path())) {
          throw Failure.usage(
              "the calendar " + key + " stands in " + document.path(),
              "leave out --into, or give another --key");
        }
        project.calendar(key);
        CalendarDecl decl = project.survey().calendars().decl(key);
        return new ImportTarget(key, document.path(), document.file().text(), document, decl);
      }
    }
    if (named != null && !ProjectPaths.isOfProject(named)) {
      throw Failure.usage(
          "\"" + into + "\" is not read as a definition", "name a file that ends with .yaml");
    }
    String path = named != null ? named : calendarFolder(project) + key + ".calendar.yaml";
    FileTree tree = project.survey().project().tree();
    if (!tree.exists(path)) {
      return new ImportTarget(key, path, null, null, null);
    }
    if (named == null) {
      throw Failure.refused(
          "\"" + path + "\" is there and holds no calendar " + key,
          "give --into FILE, or another --key");
    }
    String before =
        tree.read(path)
            .value()
            .orElseThrow(() -> Failure.error("cannot read \"" + into + "\"", "procc lint says why"))
            .text();
    return new ImportTarget(key, path, before, null, null);
  }

  /// The folder in which the project keeps its calendars.
  private static String calendarFolder(ProjectCalendars project) {
    for (SourceDocument document : project.survey().project().documents("Calendar")) {
      String path = document.path();
      if (path.endsWith(".calendar.yaml")) {
        return path.substring(0, path.lastIndexOf('/') + 1);
      }
    }
    return "";
  }

  private static Outcome<HolidayList> readHolidays(
      Invocation invocation,
      ProjectCalendars project,
      String word,
      @Nullable SourceFile file,
      ImportTarget target)
      throws Failure {
    String named = invocation.args().value("--period");
    CalendarDecl decl = target.decl();
    DayRange covers = decl == null ? null : decl.coveredDays();
    DayRange defaultRange =
        named == null ? covers : ProjectCalendars.withNextMonth(project.period(named));
    DayRange range = ProjectCalendars.range(invocation, defaultRange);
    if (range == null && (named != null || file == null)) {
      range = defaultRange;
    }
    if (file == null) {
      DayRange years = HolidayListReader.countryYears();
      DayRange asked = range == null ? years : range;
      if (asked.start().isAfter(years.end()) || asked.end().isBefore(years.start())) {
        throw Failure.usage(
            "holidays are known for " + years + " alone",
            "give --from and --to within these years, or import the official list as a file");
      }
      return Outcome.of(HolidayListReader.readCountry(HolidayListReader.countryCode(word), asked));
    }
    return file.text().stripLeading().regionMatches(true, 0, "BEGIN:", 0, 6)
            || file.path().toLowerCase(Locale.ROOT).endsWith(".ics")
        ? HolidayListReader.readCalendar(file, range)
        : HolidayListReader.readTable(file, range);
  }

  private static CalendarImport importInto(
      Invocation invocation, ImportTarget target, HolidayList list, @Nullable String country)
      throws Failure {
    if (target.document() != null && target.decl() != null) {
      return CalendarImport.intoCalendar(
          target.document(), target.decl(), list, invocation.args().has("--replace"));
    }
    String workdays =
        invocation
            .args()
            .value(
                "--workdays",
                country == null
                    ? "mon-fri"
                    : HolidayListReader.countryWorkdays(HolidayListReader.countryCode(country)));
    if (Weekdays.parse(workdays).isEmpty()) {
      throw Failure.usage(
          "\"" + workdays + "\" is not a range of weekdays", "write mon-fri, sun-thu");
    }
    String before = target.before() == null ? "" : target.before();
    return CalendarImport.forNewCalendar(target.key(), workdays, list, target.path(), before);
  }

  private static int writeAndReport(
      Invocation invocation,
      ProjectCalendars project,
      ImportTarget target,
      HolidayList list,
      CalendarImport result)
      throws Failure, IOException {
    SourceDocument document = target.document();
    boolean changes = document == null || !result.text().equals(target.before());
    boolean dry = invocation.args().has("--dry-run");
    SafeText shown =
        CalendarImportText.render(
            target.key(), target.decl(), list, result, Style.of(invocation.usesColour()));
    boolean asks = changes && !dry && !invocation.args().has("--yes");
    if (asks) {
      confirm(invocation, target, shown);
    }
    boolean written = changes && !dry;
    if (written) {
      ChangedFiles.write(
          project.root(),
          Map.of(target.path(), new ChangedFile(target.before(), result.text())),
          "no day was written");
    }
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, json(target, list, result, written));
      return ExitCode.OK;
    }
    if (!asks) {
      invocation.print(shown);
    }
    invocation.println(
        written
            ? "Written to " + target.path()
            : changes ? "Nothing was written" : "Nothing to change");
    if (written) {
      invocation.note("Next: procc calendar check " + target.key() + invocation.sameFolder());
    }
    return ExitCode.OK;
  }

  private static void confirm(Invocation invocation, ImportTarget target, SafeText shown)
      throws Failure, IOException {
    Confirmation confirmation =
        Confirmation.of(
            invocation,
            invocation.env().errIsTerminal(),
            (target.document() == null ? "the new calendar " : "the changes of ") + target.key(),
            "add --yes");
    invocation.printError(shown);
    confirmation.requireTyped(
        "Write " + target.path() + "? Type yes: ", "yes", "nothing was written");
  }

  private static Json.Obj json(
      ImportTarget target, HolidayList list, CalendarImport result, boolean written) {
    Json.Builder json =
        Json.object()
            .put("calendar", target.key())
            .put("file", target.path())
            .put("new", target.document() == null)
            .put("written", written);
    CalendarImportText.json(list, result).members().forEach(json::put);
    return json.build();
  }
}
