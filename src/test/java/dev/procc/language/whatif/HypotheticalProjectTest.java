package dev.procc.language.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Hypothetical edits are made where an author would type them, and nothing else changes.
class HypotheticalProjectTest {
  private static final String BLOCK =
      """
      # kept
      procc: v1
      kind: Calendar
      key: us
      workdays: mon-fri # as ever
      holidays:
        - 2024-12-25
        # the year after
        - { date: 2025-01-01, name: New Year's Day }
      ---
      procc: v1
      kind: People
      key: people
      people:
        elena: { id: u1, name: Elena }
        sam:
          id: u2
          away:
            - { from: 2025-01-01, to: 2025-01-02 }
      """;

  private static Project read(String text) {
    return ProjectReader.read(MemoryTree.of("all.yaml", text)).value().orElseThrow();
  }

  private static String after(String text, HypotheticalEdit... supposals) {
    HypotheticalProject.HypotheticalResult done =
        HypotheticalProject.apply(read(text), List.of(supposals));
    assertNull(done.problem());
    return done.tree().read("all.yaml").value().orElseThrow().text();
  }

  private static String problem(HypotheticalEdit... supposals) {
    return problem(BLOCK, supposals);
  }

  private static String problem(String text, HypotheticalEdit... supposals) {
    HypotheticalProject.EditProblem problem =
        HypotheticalProject.apply(read(text), List.of(supposals)).problem();
    assertNotNull(problem);
    return problem.message() + " | " + problem.hint();
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void aHolidayStandsAmongTheOthersInTheirOrder() {
    assertEquals(
        BLOCK.replace("  - 2024-12-25\n", "  - 2024-12-24\n  - 2024-12-25\n"),
        after(BLOCK, new HypotheticalEdit.DayOff("us", day("2024-12-24"), null)));
    assertEquals(
        BLOCK.replace(
            "New Year's Day }\n",
            "New Year's Day }\n  - { date: 2025-01-09, name: \"Mourning, national\" }\n"),
        after(BLOCK, new HypotheticalEdit.DayOff("us", day("2025-01-09"), "Mourning, national")));
  }

  @Test
  void aListThatIsNotThereIsMade() {
    assertEquals(
        BLOCK.replace("key: us\n", "key: us\nextraWorkdays: [2025-01-04]\n"),
        after(BLOCK, new HypotheticalEdit.ExtraWorkday("us", day("2025-01-04"), null)));
    assertEquals(
        BLOCK.replace(
            "name: Elena }",
            "name: Elena, away: [{ from: 2025-01-06, to: 2025-01-10, cover: sam }] }"),
        after(
            BLOCK,
            new HypotheticalEdit.PersonAway("elena", day("2025-01-06"), day("2025-01-10"), "sam")));
  }

  @Test
  void anAbsenceFollowsTheOthers() {
    assertEquals(
        BLOCK + "      - { from: 2025-02-03, to: 2025-02-03 }\n",
        after(
            BLOCK,
            new HypotheticalEdit.PersonAway("sam", day("2025-02-03"), day("2025-02-03"), null)));
  }

  @Test
  void aDayIsTakenAwayWithItsLine() {
    assertEquals(
        BLOCK.replace("  - { date: 2025-01-01, name: New Year's Day }\n", ""),
        after(BLOCK, new HypotheticalEdit.DayRemoved("us", day("2025-01-01"))));
  }

  @Test
  void theLastDayLeavesAnEmptyList() {
    String one = "procc: v1\nkind: Calendar\nkey: us\nholidays:\n- 2024-12-25\n";
    for (String text : List.of(one, one.replace("\n- 2024-12-25", " [2024-12-25]"))) {
      Project project = read(after(text, new HypotheticalEdit.DayRemoved("us", day("2024-12-25"))));
      assertEquals(List.of(), project.findings(), text);
      assertEquals(List.of(), days(project), text);
    }
  }

  @Test
  void aFileWithoutALastLineEndKeepsItsLines() {
    String text = "procc: v1\nkind: Calendar\nkey: us\nholidays:\n  - 2024-12-25";
    assertEquals(
        text + "\n  - 2024-12-26",
        after(text, new HypotheticalEdit.DayOff("us", day("2024-12-26"), null)));
  }

  @Test
  void aFieldIsRewrittenOrWritten() {
    assertEquals(
        BLOCK.replace("mon-fri", "mon-sat"),
        after(
            BLOCK,
            new HypotheticalEdit.DocumentFieldEdit("Calendar", "us", "workdays", "mon-sat")));
  }

  @Test
  void whatIsNotThereIsSaidWithTheNearestWord() {
    assertEquals(
        "\"su\" is not a calendar of this project | did you mean \"us\"?",
        problem(new HypotheticalEdit.DayOff("su", day("2025-01-09"), null)));
    assertEquals(
        "us lists 2024-12-25 already, all.yaml:7 | leave it out, or take it away with --remove"
            + " us:2024-12-25",
        problem(new HypotheticalEdit.DayOff("us", day("2024-12-25"), null)));
    assertEquals(
        "us does not list 2024-12-26 | known: 2024-12-25, 2025-01-01",
        problem(new HypotheticalEdit.DayRemoved("us", day("2024-12-26"))));
    assertEquals(
        "\"smm\" is not a person of this project | did you mean \"sam\"?",
        problem(
            new HypotheticalEdit.PersonAway("elena", day("2025-01-06"), day("2025-01-06"), "smm")));
  }

  @Test
  void ofManyDaysThoseAroundTheOneThatIsNotListedAreSaid() {
    StringBuilder text = new StringBuilder("procc: v1\nkind: Calendar\nkey: us\nholidays:\n");
    for (int i = 0; i < 50; i++) {
      text.append("  - ").append(day("2025-01-01").plusDays(2L * i)).append("\n");
    }
    assertEquals(
        "us does not list 2025-01-10 | the nearest: 2025-01-09, 2025-01-11",
        problem(text.toString(), new HypotheticalEdit.DayRemoved("us", day("2025-01-10"))));
    assertEquals(
        "us does not list 2024-12-31 | the nearest: 2025-01-01",
        problem(text.toString(), new HypotheticalEdit.DayRemoved("us", day("2024-12-31"))));
  }

  @Property(tries = 300)
  void anyDaysInAnyStyleAreListedInOrderAndCanBeTakenAwayAgain(
      @ForAll @Size(max = 6) List<@IntRange(max = 60) Integer> first,
      @ForAll @Size(max = 6) List<@IntRange(min = 61, max = 120) Integer> more,
      @ForAll boolean flow,
      @ForAll boolean named) {
    LocalDate zero = day("2024-12-01");
    TreeSet<LocalDate> listed = new TreeSet<>();
    first.forEach(n -> listed.add(zero.plusDays(n * 2L)));
    StringBuilder text = new StringBuilder("procc: v1\nkind: Calendar\nkey: us\n");
    List<String> items = new ArrayList<>();
    listed.forEach(date -> items.add(named ? "{ date: " + date + ", name: x }" : "" + date));
    if (!items.isEmpty()) {
      text.append("holidays:");
      text.append(
          flow
              ? " [" + String.join(", ", items) + "]\n"
              : "\n  - " + String.join("\n  - ", items) + "\n");
    }
    text.append("source: nowhere # the end\n");
    List<HypotheticalEdit> adds = new ArrayList<>();
    List<HypotheticalEdit> removes = new ArrayList<>();
    TreeSet<LocalDate> all = new TreeSet<>(listed);
    for (int n : more) {
      LocalDate date = zero.plusDays(n * 2L - 121);
      if (all.add(date)) {
        adds.add(new HypotheticalEdit.DayOff("us", date, named ? "it's \"x\": " + n : null));
        removes.add(new HypotheticalEdit.DayRemoved("us", date));
      }
    }
    Project after = read(after(text.toString(), adds.toArray(HypotheticalEdit[]::new)));
    assertEquals(List.of(), after.findings());
    assertEquals(List.copyOf(all), days(after));
    HypotheticalProject.HypotheticalResult back = HypotheticalProject.apply(after, removes);
    assertNull(back.problem());
    Project again = ProjectReader.read(back.tree()).value().orElseThrow();
    assertEquals(List.of(), again.findings());
    assertEquals(List.copyOf(listed), days(again));
  }

  private static List<LocalDate> days(Project project) {
    List<LocalDate> days = new ArrayList<>();
    Mapping calendar = project.documents("Calendar").getFirst().mapping();
    if (calendar.get("holidays") instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        YamlNode date = item instanceof Mapping day ? day.get("date") : item;
        days.add(day(((Scalar) date).value()));
      }
    }
    return days;
  }
}
