package dev.procc.language.scaffold;

import dev.procc.language.calendars.CalendarImport;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.holidays.HolidayListReader;
import dev.procc.language.schema.SchemaGenerator;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of a new project, which lints clean and can be planned against the emulator at once.
public final class Scaffold {
  /// The code hosts whose CI is supported.
  public static final List<String> CI_HOSTS = List.of("github", "gitlab");

  private final List<ScaffoldFile> files = new ArrayList<>();
  private final ScaffoldRequest request;

  private Scaffold(ScaffoldRequest request) {
    this.request = request;
  }

  /// The request for a new project.
  ///
  /// @param key of the project
  /// @param calendar the code of a country, a region or an exchange whose holidays are known;
  ///   `NONE` for weekdays alone
  /// @param period whose holidays are known
  /// @param ci null for none
  public record ScaffoldRequest(
      String key, String calendar, Period period, @Nullable CiRequest ci) {}

  /// The request for checks in CI.
  ///
  /// @param host one of `CI_HOSTS`
  /// @param place the folder of the project in its repository, `fin/close`; `.` at the top
  public record CiRequest(String host, String place) {}

  /// The code for a calendar without holidays.
  public static final String NONE = "none";

  /// All files, the project file first.
  public static List<ScaffoldFile> files(ScaffoldRequest request) {
    Scaffold scaffold = new Scaffold(request);
    scaffold.addDefinitions();
    scaffold.addSurroundings();
    return List.copyOf(scaffold.files);
  }

  /// The files that an existing project may lack.
  public static List<ScaffoldFile> surroundings(@Nullable CiRequest ci) {
    Scaffold scaffold = new Scaffold(new ScaffoldRequest("", "", NO_PERIOD, ci));
    scaffold.addSurroundings();
    return List.copyOf(scaffold.files);
  }

  private static final Period NO_PERIOD =
      new Period("", "", LocalDate.EPOCH, LocalDate.EPOCH, 1970, 1, 1);

  /// The days that the calendar of a period has to cover: the period, and two months after it, in
  /// which its tasks are due.
  public static DayRange neededDays(Period period) {
    return new DayRange(period.start(), period.end().plusMonths(2));
  }

  private void addDefinitions() {
    define("procc.yaml", "project", "the project: its targets and settings");
    define("close.process.yaml", "process", "a close, to be made your own");
    define("entity-close.template.yaml", "template", "what every entity does");
    define("entities.csv", "entities", "the entities, a row each");
    define("people.yaml", "people", "people, roles and documents");
    files.add(
        new ScaffoldFile(
            calendarKey() + ".calendar.yaml",
            "the days that are worked",
            ScaffoldFile.Role.DEFINITION,
            request.calendar().equals(NONE)
                ? filled("weekdays")
                : filled("calendar") + calendarText()));
    String period = request.period().key();
    define("periods/" + period + ".yaml", "period", "the period " + request.period().label());
    define("README.md", "readme", "what is here, and how to practise");
  }

  private void addSurroundings() {
    files.add(
        new ScaffoldFile(
            "procc.schema.json",
            "what editors check definitions by",
            ScaffoldFile.Role.SURROUNDING,
            SchemaGenerator.all().pretty()));
    surround(".gitignore", "gitignore", "what does not belong in git");
    surround(".editorconfig", "editorconfig", "how editors write the files");
    surround(".vscode/settings.json", "vscode", "completion and checks in VS Code");
    String ci = request.ci() == null ? "" : request.ci().host();
    if (ci.equals("github")) {
      surround(".github/workflows/procc.yml", "github", "checks in pull requests");
    } else if (ci.equals("gitlab")) {
      surround(".gitlab-ci.yml", "gitlab", "checks in merge requests");
    }
  }

  private void define(String path, String template, String purpose) {
    files.add(new ScaffoldFile(path, purpose, ScaffoldFile.Role.DEFINITION, filled(template)));
  }

  private void surround(String path, String template, String purpose) {
    files.add(new ScaffoldFile(path, purpose, ScaffoldFile.Role.SURROUNDING, filled(template)));
  }

  private String calendarKey() {
    return request.calendar().equals(NONE) ? "team" : request.calendar();
  }

  /// The calendar with the known holidays of whole years.
  private String calendarText() {
    DayRange needed = neededDays(request.period());
    DayRange known = HolidayListReader.countryYears();
    LocalDate first = LocalDate.of(needed.start().getYear(), 1, 1);
    LocalDate last = LocalDate.of(needed.end().getYear(), 12, 31);
    DayRange range =
        new DayRange(
            first.isBefore(known.start()) ? known.start() : first,
            last.isAfter(known.end()) ? known.end() : last);
    String calendar = request.calendar();
    return CalendarImport.forNewCalendar(
            calendar,
            HolidayListReader.countryWorkdays(calendar),
            HolidayListReader.readCountry(calendar, range),
            calendar + ".calendar.yaml",
            "")
        .text();
  }

  /// The key as a text of YAML, also if it is `true`.
  private String keyText() {
    String key = request.key();
    return key.isEmpty() || Character.isDigit(key.charAt(0)) ? key : ScalarText.ofString(key);
  }

  private String filled(String template) {
    return text(template)
        .replace("%KEY%", request.key())
        .replace("%KEY-TEXT%", keyText())
        .replace("%CALENDAR%", calendarKey())
        .replace("%PERIOD%", request.period().key())
        .replace("%PLACE%", request.ci() == null ? "." : request.ci().place().replace("'", "''"));
  }

  /// Whether a comment is one that is written into the file of every period.
  public static boolean isInEveryPeriod(String comment) {
    return text("period").lines().anyMatch(comment::equals);
  }

  private static String text(String template) {
    try (InputStream in = Scaffold.class.getResourceAsStream(template + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("no text of " + template);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the text of " + template, e);
    }
  }
}
