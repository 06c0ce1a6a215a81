package dev.procc.language.calendars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.format.Formatter;
import dev.procc.language.holidays.HolidayList;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Comment;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarImportTest {
  private static final DayRange DECEMBER =
      new DayRange(LocalDate.parse("2024-12-01"), LocalDate.parse("2024-12-31"));
  private static final String HEAD =
      "procc: v1\nkind: Calendar\nkey: us\nworkdays: mon-fri\ncovers: 2024-11-01..2024-12-31\n"
          + "source: x\n";

  private static ProjectDocuments survey(String text) {
    SourceFile file = new SourceFile("us.calendar.yaml", text);
    FileTree tree =
        new FileTree() {
          @Override
          public FileListing list() {
            return new FileListing(List.of(file.path()), List.of());
          }

          @Override
          public boolean exists(String path) {
            return path.equals(file.path());
          }

          @Override
          public Outcome<SourceFile> read(String path) {
            return Outcome.of(file);
          }
        };
    return ProjectDocuments.read(ProjectReader.read(tree));
  }

  private static HolidayList list(DayRange range, NamedDay... days) {
    return new HolidayList("list", range, List.of(days), List.of());
  }

  private static NamedDay day(String date, String name) {
    return new NamedDay(LocalDate.parse(date), name);
  }

  private static CalendarImport into(String text, HolidayList list, boolean keep) {
    ProjectDocuments survey = survey(text);
    SourceDocument document = survey.project().documents("Calendar").getFirst();
    CalendarDecl decl = survey.calendars().decl(document.key());
    assertNotNull(decl, text);
    return CalendarImport.intoCalendar(document, decl, list, !keep);
  }

  private static List<String> days(String text) {
    ProjectDocuments survey = survey(text);
    List<String> days = new ArrayList<>();
    CalendarDecl decl = survey.calendars().decl("us");
    assertNotNull(decl, text);
    decl.holidays().forEach(day -> days.add(day.date() + " " + day.name()));
    assertEquals(List.of(), survey.findings(), text);
    return days;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "holidays:\n  - { date: 2024-11-28, name: Thanksgiving }\n  - 2024-12-24\n"
            + "  - { date: 2024-12-25, name: X }\n",
        "holidays: [2024-11-28, 2024-12-24, { date: 2024-12-25, name: X }]\n",
        "holidays:\n  - date: 2024-11-28\n    name: Thanksgiving\n  - date: 2024-12-24\n"
            + "  - date: 2024-12-25\n    name: X",
        "holidays:\n- 2024-12-24\n- 2024-12-25\n- { name: Thanksgiving, date: 2024-11-28 }\n",
        "holidays:\n  - 2024-12-24 # noon\n  - 2024-12-25\nextraWorkdays: [2024-12-28]\n",
        "extraWorkdays:\n  - 2024-12-28\n",
        "holidays: []\nextraWorkdays: [2024-12-28]\n",
        "holidays:\n  - 2024-12-24",
        "",
      })
  void everyLayoutHasTheDaysAfterwards(String tail) {
    String before = HEAD + tail;
    HolidayList list =
        list(
            DECEMBER,
            day("2024-12-25", "Christmas"),
            day("2024-12-26", "Boxing: \"Day\""),
            day("2024-12-29", "Sunday"));
    CalendarImport first = into(before, list, false);
    assertNull(first.problem());
    List<String> days = days(first.text());
    days.sort(null);
    List<String> expected = new ArrayList<>();
    if (tail.contains("2024-11-28")) {
      String name = tail.contains("Thanksgiving") ? "Thanksgiving" : "";
      expected.add("2024-11-28 " + name);
    }
    expected.add("2024-12-25 Christmas");
    expected.add("2024-12-26 Boxing: \"Day\"");
    assertEquals(expected, days, first.text());
    assertEquals(List.of(day("2024-12-29", "Sunday")), first.onDaysOff());
    CalendarImport second = into(first.text(), list, false);
    assertEquals(first.text(), second.text());
    assertTrue(second.changes().isEmpty());
  }

  @Test
  void whatIsKeptKeepsItsName() {
    String before = HEAD + "holidays:\n  - 2024-12-24\n  - { date: 2024-12-25, name: X }\n";
    CalendarImport kept = into(before, list(DECEMBER, day("2024-12-25", "Christmas")), true);
    assertEquals(List.of("2024-12-24 ", "2024-12-25 X"), days(kept.text()));
    assertTrue(kept.changes().isEmpty());
    assertEquals(List.of(day("2024-12-24", "")), kept.kept());
  }

  /// Whatever a list contains, days that were written by hand are kept with their names.
  @Property(tries = 200)
  void handWrittenDaysStay(
      @ForAll @Size(max = 12) Set<@IntRange(min = 0, max = 59) Integer> file,
      @ForAll @Size(max = 12) Set<@IntRange(min = 20, max = 50) Integer> listed,
      @ForAll boolean inBrackets) {
    LocalDate origin = LocalDate.parse("2024-11-01");
    StringBuilder text =
        new StringBuilder(HEAD).append("holidays:").append(inBrackets ? " [" : "\n");
    List<String> written = new ArrayList<>();
    List<NamedDay> lacking = new ArrayList<>();
    DayRange range = new DayRange(origin.plusDays(20), origin.plusDays(50));
    for (int day : new TreeSet<>(file)) {
      LocalDate date = origin.plusDays(day);
      String item = "{ date: " + date + ", name: F" + day + " }";
      text.append(inBrackets ? item + ", " : "  - " + item + "\n");
      written.add(date + " F" + day);
      if (range.contains(date) && !listed.contains(day) && date.getDayOfWeek().getValue() < 6) {
        lacking.add(new NamedDay(date, "F" + day));
      }
    }
    text.append(inBrackets ? "]\n" : "");
    List<NamedDay> days = new ArrayList<>();
    for (int day : new TreeSet<>(listed)) {
      days.add(new NamedDay(origin.plusDays(day), "L" + day));
    }
    CalendarImport result =
        into(text.toString(), new HolidayList("list", range, days, List.of()), true);
    assertTrue(days(result.text()).containsAll(written), result.text());
    assertEquals(lacking, result.kept());
    assertEquals(List.of(), result.changes().removed());
    assertEquals(List.of(), result.changes().renamed());
  }

  /// What an alias stands for is written elsewhere: new holidays were once extra workdays there.
  @Test
  void aDayThatIsAnAliasIsWhereTheAliasStands() {
    String tail =
        "extraWorkdays:\n  - &open { date: 2024-12-28, name: Inventory }\nholidays:\n"
            + "  - 2024-12-24\n  - *open\n";
    HolidayList list = list(DECEMBER, day("2024-12-25", "A"), day("2024-12-31", "C"));
    assertEquals(
        HEAD.replace("source: x", "source: x; list")
            + tail.replace("  - *open", "  - { date: 2024-12-25, name: A }\n  - *open")
            + "  - { date: 2024-12-31, name: C }\n",
        into(HEAD + tail, list, true).text());
    assertEquals(
        HEAD.replace("source: x", "source: x; list")
            + tail.replace("  - 2024-12-24\n", "  - { date: 2024-12-25, name: A }\n")
            + "  - { date: 2024-12-31, name: C }\n",
        into(HEAD + tail, list, false).text());
  }

  /// In brackets the comments once went, and a new day stood between a day and its comment.
  @Test
  void commentsGoWithTheirDays() {
    String brackets =
        "holidays: [ # by HR\n"
            + "  # agreed in May\n"
            + "  2024-11-04, # Founders\n"
            + "  2024-12-24, { date: 2024-12-25, name: X }, # paid double\n"
            + "  # no more\n"
            + "] # see the wiki\n";
    HolidayList list =
        list(DECEMBER, day("2024-12-02", "A"), day("2024-12-25", "B"), day("2024-12-31", "C"));
    assertEquals(
        HEAD.replace("source: x", "source: x; list")
            + "holidays: # see the wiki\n"
            + "  # by HR\n"
            + "  # agreed in May\n"
            + "  - 2024-11-04 # Founders\n"
            + "  - { date: 2024-12-02, name: A }\n"
            + "  - 2024-12-24\n"
            + "  - { date: 2024-12-25, name: X } # paid double\n"
            + "  - { date: 2024-12-31, name: C }\n"
            + "  # no more\n",
        into(HEAD + brackets, list, true).text());
    String lines =
        "holidays:\n  # all by HR\n  - 2024-12-24\n  # paid\n  # double\n  - 2024-12-26\n";
    assertEquals(
        HEAD.replace("source: x", "source: x; list")
            + "holidays:\n"
            + "  # all by HR\n"
            + "  - { date: 2024-12-02, name: A }\n"
            + "  - 2024-12-24\n"
            + "  - { date: 2024-12-25, name: B }\n"
            + "  # paid\n"
            + "  # double\n"
            + "  - 2024-12-26\n"
            + "  - { date: 2024-12-31, name: C }\n",
        into(HEAD + lines, list, true).text());
  }

  @Test
  void anEmptyListTakesTheKeyAway() {
    CalendarImport none = into(HEAD + "holidays:\n  - 2024-12-24\n", list(DECEMBER), false);
    assertEquals(List.of(), days(none.text()));
    assertEquals(HEAD.replace("source: x", "source: x; list"), none.text().replace("\"", ""));
  }

  @Test
  void rangesThatTouchAreJoinedAndOthersRefused() {
    DayRange january = new DayRange(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-01-31"));
    CalendarImport joined = into(HEAD, list(january, day("2025-01-01", "New Year")), false);
    assertEquals("2024-11-01..2025-01-31", joined.covers().toString());
    assertEquals("x; list", joined.source());
    DayRange march = new DayRange(LocalDate.parse("2025-03-01"), LocalDate.parse("2025-03-31"));
    assertEquals(
        "\"us\" covers 2024-11-01..2024-12-31; with 2025-03-01..2025-03-31 there would be days"
            + " between that nobody looked up",
        into(HEAD, list(march), false).problem());
    assertEquals(
        "\"us\" is written on one line, in braces",
        into("{ procc: v1, kind: Calendar, key: us, workdays: mon-fri }\n", list(march), false)
            .problem());
  }

  @Test
  void aNewCalendarGoesBehindAnotherOne() {
    CalendarImport fresh =
        CalendarImport.forNewCalendar(
            "us", "mon-fri", list(DECEMBER, day("2024-12-25", "no")), "x.yaml", "a: b");
    assertEquals(
        "a: b\n---\nprocc: v1\nkind: Calendar\nkey: us\nworkdays: mon-fri\n"
            + "covers: 2024-12-01..2024-12-31\nsource: list\nholidays:\n"
            + "  - { date: 2024-12-25, name: no }\n",
        fresh.text());
  }

  /// Random days in a file and in a list: inside the range those of the list are kept, outside it
  /// those of the file; sorted days stay sorted, and each comment stays except those of removed
  /// days.
  @Property(tries = 500)
  void theListRulesItsRange(
      @ForAll @Size(max = 12) Set<@IntRange(min = 0, max = 59) Integer> file,
      @ForAll @Size(max = 12) Set<@IntRange(min = 20, max = 59) Integer> listed,
      @ForAll @IntRange(min = 20, max = 59) int last) {
    LocalDate origin = LocalDate.parse("2024-11-01");
    StringBuilder text = new StringBuilder(HEAD);
    text.append(file.isEmpty() ? "" : "holidays:\n");
    TreeMap<LocalDate, String> expected = new TreeMap<>();
    DayRange range = new DayRange(origin.plusDays(20), origin.plusDays(last));
    for (int day : new TreeSet<>(file)) {
      LocalDate date = origin.plusDays(day);
      text.append("  # above ").append(day).append('\n');
      text.append("  - { date: ").append(date).append(", name: F").append(day);
      text.append(" } # at ").append(day).append('\n');
      if (!range.contains(date) || date.getDayOfWeek().getValue() > 5) {
        expected.put(date, "F" + day);
      }
    }
    List<NamedDay> days = new ArrayList<>();
    for (int day : new TreeSet<>(listed)) {
      LocalDate date = origin.plusDays(day);
      if (range.contains(date)) {
        days.add(new NamedDay(date, "L" + day));
        if (date.getDayOfWeek().getValue() < 6) {
          expected.put(date, "L" + day);
        }
      }
    }
    String before = new Formatter().format(new SourceFile("x", text.toString())).value().orElse("");
    CalendarImport result = into(before, new HolidayList("list", range, days, List.of()), false);
    List<String> wanted = new ArrayList<>();
    expected.forEach((date, name) -> wanted.add(date + " " + name));
    assertEquals(wanted, days(result.text()), result.text());
    assertEquals(
        result.text(),
        new Formatter().format(new SourceFile("x", result.text())).value().orElse(""));
    List<String> comments = comments(before);
    result.changes().removed().forEach(day -> comments.remove("at " + day.name().substring(1)));
    List<String> left = comments(result.text());
    if (!expected.isEmpty()) {
      assertEquals(comments, left, result.text());
    }
  }

  private static List<String> comments(String text) {
    List<String> all = new ArrayList<>();
    for (Comment comment :
        survey(text).project().documents("Calendar").getFirst().document().comments()) {
      all.add(comment.text());
    }
    return all;
  }
}
