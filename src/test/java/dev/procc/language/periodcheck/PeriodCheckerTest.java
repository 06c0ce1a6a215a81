package dev.procc.language.periodcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.model.calendar.Periods;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// A check of many periods at once gives the same findings as a check of each period alone.
class PeriodCheckerTest {
  private static final String HOLIDAYS =
      "holidays: [2025-01-01, 2025-12-25, 2026-01-01, 2026-07-03, 2027-01-01]\n";

  private static final String PROJECT =
      """
      procc: v1
      kind: Calendar
      key: us
      workdays: mon-fri
      covers: 2024-01-01..2028-12-31
      HOLIDAYS---
      procc: v1
      kind: Process
      key: close
      name: "{{ period.label }} close"
      variables:
        threshold: { type: string }
      calendar: us
      businessStartDate: period.start
      businessEndDate: last business day of month after period
      dueDate: WD12
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: "Close over {{ threshold }}"
        parallel: false
        children:
      """;

  private static final String PERIOD =
      "procc: v1\n"
          + "kind: Period\n"
          + "key: %s\n"
          + "status: %s\n"
          + "processes: [close]\n"
          + "variables: { threshold: x }\n";

  private static String task(int number, String due) {
    return "    - sendTask: t"
        + number
        + "\n      title: T\n      dueDate: "
        + due
        + "\n      approver: { id: u, type: user }\n      approverDueDate: dueDate + 1bd\n";
  }

  private static String text(String... due) {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < due.length; i++) {
      tasks.append(task(i, due[i]));
    }
    return PROJECT.replace("HOLIDAYS", HOLIDAYS) + tasks;
  }

  private static Project read(String text, String... periods) {
    MemoryTree tree = MemoryTree.of("close.process.yaml", text);
    for (String key : periods) {
      tree.put("p" + key + ".yaml", String.format(Locale.ROOT, PERIOD, key, "open"));
    }
    return ProjectReader.read(tree).value().orElseThrow();
  }

  private static PeriodCheckResult sweep(Project project, String first, String last) {
    return PeriodChecker.check(
        project, Set.of("close"), Periods.range(first, last, null), CompileOptions.defaults());
  }

  private static List<String> notes(PeriodCheckResult sweep) {
    List<String> notes = new ArrayList<>();
    for (Finding note : sweep.notes()) {
      notes.add(note.code().id() + " " + note.message());
    }
    return notes;
  }

  @Test
  void theFirstPeriodThatFailsIsShownWithTheOthers() {
    PeriodCheckResult sweep =
        sweep(read(text("period.end + 5 days"), "2024-Q4"), "2025-Q1", "2027-Q4");
    PeriodCheckResult.PeriodFinding found =
        sweep.findings().stream()
            .filter(f -> f.finding().code().id().equals("PC207"))
            .findFirst()
            .orElseThrow();
    assertEquals("close@2025-Q1/t0:dueDate", found.finding().address());
    assertEquals("Sat 2025-04-05 is a day off, weekend", found.finding().message());
    assertEquals(List.of("2025-Q1", "2025-Q2", "2025-Q3", "2026-Q1", "2026-Q2"), found.periods());
    String hint = found.finding().hint();
    assertNotNull(hint);
    assertTrue(
        hint.startsWith(
            "first in 2025-Q1, also in 4 others: 2025-Q2 to 2025-Q3, 2026-Q1 to 2026-Q2; "),
        hint);
    assertNotNull(found.date());
    assertEquals("2025-04-05", found.date().date().toString());
    assertEquals(12, sweep.checked());
  }

  @Test
  void whatTheCalendarDoesNotCoverIsSaidAndNotPassed() {
    Project project =
        read(text("WD3").replace("2024-01-01..2028-12-31", "2024-10-01..2025-05-30"), "2024-Q4");
    PeriodCheckResult sweep = sweep(project, "2025-Q1", "2036-Q4");
    assertEquals(48, sweep.requested());
    assertEquals(1, sweep.checked());
    assertEquals(
        List.of(
            "PC224 \"close\" was not checked in 2025-Q2 to 2036-Q4 (47 of 48): us covers"
                + " 2024-10-01..2025-05-30"),
        notes(sweep));
  }

  @Test
  void withoutCoversTheYearsOfListedDaysCount() {
    Project project = read(text("WD3").replace("covers: 2024-01-01..2028-12-31\n", ""), "2024-Q4");
    PeriodCheckResult sweep = sweep(project, "2025-Q1", "2029-Q4");
    assertEquals(11, sweep.checked());
    assertEquals(
        List.of(
            "PC224 \"close\" was not checked in 2027-Q4 to 2029-Q4 (9 of 20): us lists days of 2025"
                + " to 2027 only, and does not say what it covers"),
        notes(sweep));
  }

  @Test
  void whatAPersonsCalendarDoesNotCoverIsSaidOnce() {
    String people =
        """
        ---
        procc: v1
        kind: Calendar
        key: es
        workdays: mon-fri
        covers: 2024-01-01..2025-06-30
        ---
        procc: v1
        kind: People
        key: people
        people:
          elena: { id: u1, name: Elena, calendar: es }
        """;
    String definition =
        text("WD3")
            .replace("period.start", "first business day after period.start")
            .replace("title: T\n", "title: T\n      assignee: elena\n");
    PeriodCheckResult sweep = sweep(read(definition + people, "2024-Q4"), "2025-Q1", "2026-Q4");
    assertEquals(List.of(), sweep.findings());
    assertEquals(
        List.of(
            "PC224 The calendar of Elena does not reach: es covers 2024-01-01..2025-06-30, so days"
                + " off were not checked in 2025-Q2 to 2026-Q4"),
        notes(sweep));
  }

  @Test
  void aTypedDateAndWhatRestsOnItAreLeftOut() {
    Project project = read(text("2025-01-11", "task(t0).due + 0bd", "WD3"), "2024-Q4");
    PeriodCheckResult sweep = sweep(project, "2025-Q1", "2025-Q4");
    assertEquals(
        List.of(
            "PC225 \"close\" has 4 dates that are the same in every period and were not checked:"
                + " t0:dueDate, t0:approverDueDate, t1:dueDate, t1:approverDueDate"),
        notes(sweep));
    for (PeriodCheckResult.PeriodFinding finding : sweep.findings()) {
      String address = String.valueOf(finding.finding().address());
      assertTrue(!address.contains("/t0:") && !address.contains("/t1:"), address);
    }
  }

  @Test
  void aTypedScheduleLeavesNothingToCheck() {
    Project project =
        read(
            text("WD3").replace("businessStartDate: period.start", "businessStartDate: 2024-10-01"),
            "2024-Q4");
    PeriodCheckResult sweep = sweep(project, "2025-Q1", "2025-Q4");
    assertEquals(0, sweep.checked());
    assertEquals(
        List.of("PC225 The schedule of \"close\" is the same in every period, so none was checked"),
        notes(sweep));
  }

  @Test
  void aProcessOfOtherPeriodsOrOfNoneIsSaid() {
    assertEquals(
        List.of(
            "PC224 \"close\" is opened by periods such as 2024-12, so none of these was checked"),
        notes(sweep(read(text("WD3"), "2024-12"), "2025-Q1", "2025-Q4")));
    assertEquals(
        List.of("PC224 \"close\" has no period, so none of these was checked"),
        notes(sweep(read(text("WD3")), "2025-Q1", "2025-Q4")));
  }

  @Test
  void aPeriodThatIsOpenAlreadyIsLookedAtAsItIs() {
    PeriodCheckResult sweep = sweep(read(text("WD3"), "2025-Q1", "2025-Q3"), "2025-Q1", "2025-Q4");
    assertEquals(4, sweep.checked());
    assertEquals(List.of(), notes(sweep));
  }

  /// P3 once came after P12, and its variables were those of the periods to come.
  @Test
  void theLastPeriodIsTheLastInTime() {
    String period = String.format(Locale.ROOT, PERIOD, "FY2025-P3", "closed");
    MemoryTree tree =
        MemoryTree.of(
            "procc.yaml",
            "procc: v1\nkind: Project\nkey: t\ndates:\n  fiscalYear: { startMonth: 1 }\n",
            "close.process.yaml",
            text("WD3")
                .replace("name: \"Close over", "dueDate: WD{{ threshold }}\n  name: \"Close over"),
            "p3.yaml",
            period.replace("threshold: x", "threshold: \"400\""),
            "p12.yaml",
            period.replace("FY2025-P3", "FY2025-P12").replace("threshold: x", "threshold: \"4\""));
    Project project = ProjectReader.read(tree).value().orElseThrow();
    List<String> keys = List.of("FY2026-P01", "FY2026-P02");
    PeriodCheckResult sweep =
        PeriodChecker.check(project, Set.of("close"), keys, CompileOptions.defaults());
    assertEquals(2, sweep.checked());
    assertEquals(
        List.of(),
        sweep.findings().stream().filter(f -> f.finding().code().id().equals("PC205")).toList());
  }

  /// Such a period was said to have errors.
  @Test
  void aPeriodWhoseDocumentDoesNotNameTheProcessIsSaid() {
    String period = String.format(Locale.ROOT, PERIOD, "2025-Q2", "planned");
    MemoryTree tree =
        MemoryTree.of(
            "close.process.yaml",
            text("WD3"),
            "q1.yaml",
            period.replace("2025-Q2", "2025-Q1"),
            "q2.yaml",
            period.replace("[close]", "[]"));
    PeriodCheckResult sweep =
        sweep(ProjectReader.read(tree).value().orElseThrow(), "2025-Q1", "2025-Q4");
    assertEquals(3, sweep.checked());
    assertEquals(
        List.of(
            "PC224 \"close\" was not checked in 2025-Q2 (1 of 4): its document does not name the"
                + " process"),
        notes(sweep));
  }

  private static String rule(int seed) {
    int n = seed / 6 % 12;
    return switch (seed % 6) {
      case 0 -> "period.end + " + n + " days";
      case 1 -> "WD" + (n + 1);
      case 2 -> "WD-" + (n + 1);
      case 3 -> "start + " + n * 9 + " days";
      case 4 -> "end - " + n + "bd";
      default -> "period.end + " + n + " weeks or next business day";
    };
  }

  /// The rules give the same findings when each period is opened alone, by a document of its own.
  @Property(tries = 60)
  void aSweepSaysWhatEachPeriodSaysAlone(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 71) Integer> seeds) {
    String text = text(seeds.stream().map(PeriodCheckerTest::rule).toArray(String[]::new));
    List<String> keys = Periods.range("2025-Q1", "2027-Q2", null);
    Map<String, Set<String>> alone = new TreeMap<>();
    for (String key : keys) {
      Outcome<Project> read =
          ProjectReader.read(
              MemoryTree.of(
                  "close.process.yaml",
                  text,
                  "p.yaml",
                  String.format(Locale.ROOT, PERIOD, key, "open")));
      Compilation compilation =
          Compiler.compile(read, read.value().orElseThrow().instances(), CompileOptions.defaults());
      for (Finding found : compilation.findings()) {
        String address = found.address();
        String id = found.code().id();
        if (address != null
            && (id.startsWith("PC20") || id.equals("PC210") || id.equals("PC218"))) {
          alone.computeIfAbsent(id + " " + found.span(), c -> new TreeSet<>()).add(key);
        }
      }
    }
    Map<String, Set<String>> together = new TreeMap<>();
    PeriodCheckResult sweep = sweep(read(text, "2024-Q4"), "2025-Q1", "2027-Q2");
    for (PeriodCheckResult.PeriodFinding finding : sweep.findings()) {
      together.put(
          finding.finding().code().id() + " " + finding.finding().span(),
          new TreeSet<>(finding.periods()));
    }
    assertEquals(keys.size(), sweep.checked());
    assertEquals(alone, together);
  }
}
