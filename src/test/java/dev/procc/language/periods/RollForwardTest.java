package dev.procc.language.periods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.language.compile.CompileOptions;
import dev.procc.language.project.DiskTree;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollForwardTest {
  @TempDir Path folder;

  private void period(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String document(String key, String more) {
    return "procc: v1\nkind: Period\nkey: " + key + "\nstatus: open\nprocesses: []\n" + more;
  }

  private RollForward.RollForwardResult roll(@Nullable String from, @Nullable String to) {
    return RollForwardStep.create(
        new DiskTree(folder),
        null,
        new RollForward.RollForwardRequest(from, to, null),
        CompileOptions.defaults());
  }

  private RollForward done(@Nullable String from, @Nullable String to) {
    RollForward.RollForwardResult result = roll(from, to);
    assertNull(result.refusal());
    RollForward done = result.rollForward();
    assertNotNull(done);
    return done;
  }

  @ParameterizedTest
  @CsvSource({
    "2024-Q4, 2025-Q1, 2024-Q4.period.yaml, 2025-Q1.period.yaml",
    "2024-12, 2025-01, periods/2024-12.yaml, periods/2025-01.yaml",
    "2024-09, 2024-10, periods/month-2024-09.yaml, periods/month-2024-10.yaml",
    "2024, 2025, a/b/2024.period.yaml, a/b/2025.period.yaml",
    "2024-Q3, 2024-Q4, periods/2024-q3.yaml, periods/2024-q4.yaml",
    "2024-Q3, 2024-Q4, periods/now.yaml, periods/2024-Q4.period.yaml",
  })
  void theNextOfEveryKindStandsBesideTheLast(String from, String to, String path, String next)
      throws IOException {
    period(path, document(from, ""));
    RollForward done = done(null, null);
    assertEquals(to, done.period().key());
    assertEquals(next, done.path());
    assertEquals(document(to, ""), done.text());
    assertEquals(done.text(), done(from, to).text());
  }

  @Test
  void fiscalYearsTurnByTheRule() throws IOException {
    period(
        "procc.yaml",
        "procc: v1\nkind: Project\nkey: p\ndates:\n  fiscalYear:\n    endsOn: saturday\n"
            + "    rule: last\n    month: 12\n    pattern: 13x4\n");
    period("FY2024-P12.period.yaml", document("FY2024-P12", ""));
    assertEquals("FY2024-P13", done(null, null).period().key());
    period("FY2024-P13.period.yaml", document("FY2024-P13", ""));
    assertEquals("FY2025-P01", done(null, null).period().key());
    assertEquals("2024-12-29", done(null, null).period().start().toString());
    period("FY2024-Q4.period.yaml", document("FY2024-Q4", ""));
    assertEquals("FY2024-Q4", done(null, "FY2025-Q1").from());
    assertEquals("FY2024-P13", done(null, "FY2025-P01").from());
  }

  @Test
  void theLastOneOfItsKindIsTaken() throws IOException {
    period("a.period.yaml", document("2024-Q3", ""));
    period("b.period.yaml", document("2024-Q4", ""));
    period("c.period.yaml", document("2024-12", ""));
    period("d.period.yaml", document("2024", ""));
    assertEquals("2024-Q4", done(null, "2025-Q1").from());
    assertEquals("2024-12", done(null, "2025-01").from());
    assertEquals("2024", done(null, "2025").from());
    assertEquals("2024-Q4", done(null, "2025-q2").from());
    assertEquals(java.util.List.of("2025-Q1"), done(null, "2025-q2").skipped());
    assertEquals("2025-Q2", done(null, "2025-q2").period().key());
  }

  @Test
  void whatIsItsOwnIsLeftOutAndTheRestKept() throws IOException {
    String written =
        "# about all\n"
            + document(
                "2024-Q4 # the key",
                "label: Year end\nstart: 2024-10-01\nend: 2024-12-31\n# kept\nvariables:\n"
                    + "  a: 1 # one\nchanges:\n  # gone\n  - { at: x, reason: y }\n");
    period("2024-Q4.period.yaml", written);
    assertEquals(
        "# about all\n" + document("2025-Q1 # the key", "# kept\nvariables:\n  a: 1 # one\n"),
        done(null, null).text());
    assertEquals("x:, y", done(null, null).issues().getFirst().text());
  }

  @Test
  void lineEndsStayAsTheyAre() throws IOException {
    String one = document("2024-Q4", "end: 2024-12-27\n").replace("\n", "\r\n");
    period("2024-Q4.period.yaml", one);
    String next = done(null, null).text();
    assertEquals(
        document("2025-Q1", "")
            .replace("key: 2025-Q1", "key: 2025-Q1\nstart: 2024-12-28")
            .replace("\n", "\r\n"),
        next);
    period("2024-Q4.period.yaml", document("2024-Q3", "").replace("\n", "\r\n") + "---\r\n" + one);
    assertEquals("", done(null, null).text().replace("\r\n", "").replaceAll("[^\n]", ""));
  }

  @Test
  void aDayOfAWrittenYearIsTold() throws IOException {
    period("2024-Q4.period.yaml", document("2024-Q4", "").replace("[]", "[close]"));
    period(
        "close.process.yaml",
        "procc: v1\nkind: Process\nkey: close\nname: Close\nbusinessStartDate: period.start\n"
            + "businessEndDate: period.end\nautoClose: true\ncertAutoApprove: false\n"
            + "relativeDates: false\nroot:\n  children:\n"
            + "    - { sendTask: a, title: A, dueDate: last business day of 2024 }\n"
            + "    - { sendTask: b, title: B, dueDate: start + 1000d }\n");
    assertEquals(
        List.of("\"last business day of 2024\", dueDate of \"A\""),
        done(null, null).issues().stream()
            .filter(issue -> issue.kind() == CarryOverIssue.CarryOverKind.TYPED_DATE)
            .map(CarryOverIssue::text)
            .toList());
  }

  /// A key in another form once made a second document of the same period.
  @ParameterizedTest
  @CsvSource({"fy2025-p1, FY2025-P01", "FY2025-P1, FY2025-P01", "fy2025-P01, FY2025-P01"})
  void aPeriodIsTheSameInEveryFormOfItsKey(String to, String existing) throws IOException {
    period(
        "procc.yaml",
        "procc: v1\nkind: Project\nkey: p\ndates:\n  fiscalYear: { startMonth: 7 }\n");
    period("FY2024-P12.period.yaml", document("FY2024-P12", ""));
    assertEquals(to.toUpperCase(Locale.ROOT), done(null, to).period().key());
    period(existing + ".period.yaml", document(existing, ""));
    RollForward.RollForwardRefusal refusal = roll("FY2024-P12", to).refusal();
    assertNotNull(refusal);
    assertTrue(refusal.message().contains("is there already"), refusal.message());
    assertTrue(String.valueOf(refusal.hint()).startsWith("procc lint '*@" + existing + "'"));
  }

  /// Every day is in exactly one period.
  @ParameterizedTest
  @CsvSource({
    "2025-03, 2025-03-28, 2025-04, 2025-03-29",
    "2025-03, 2025-04-04, 2025-04, 2025-04-05",
    "2024-Q4, 2025-01-03, 2025-Q1, 2025-01-04",
    "2024, 2024-12-28, 2025, 2024-12-29",
  })
  void aWrittenEndMovesTheNextStart(String from, String end, String to, String start)
      throws IOException {
    period(from + ".period.yaml", document(from + " # key", "end: " + end + "\n"));
    RollForward done = done(null, null);
    assertEquals(document(to + " # key\nstart: " + start, ""), done.text());
    assertEquals(start, done.period().start().toString());
    assertEquals(to, done.period().key());
  }

  @Test
  void aWrittenEndMovesTheNextStartInBraces() throws IOException {
    period(
        "2024-12.period.yaml",
        "{ procc: v1, kind: Period, key: 2024-12, end: 2025-01-03, status: open, processes: []"
            + " }\n");
    assertEquals(
        "{ procc: v1, kind: Period, key: 2025-01, start: 2025-01-04, status: open, processes: []"
            + " }\n",
        done(null, null).text());
  }

  /// The key as the last entry once gave `key: 2025-01 start: ...`, which is no YAML.
  @Test
  void aStartBehindTheLastKeyIsAnEntryOfItsOwn() throws IOException {
    period(
        "2024-12.period.yaml",
        "{ procc: v1, kind: Period, status: open, processes: [], end: 2025-01-03, key: 2024-12"
            + " }\n");
    assertEquals(
        "{ procc: v1, kind: Period, status: open, processes: [], key: 2025-01, start: 2025-01-04"
            + " }\n",
        done(null, null).text());
    period(
        "2024-12.period.yaml",
        "procc: v1\nkind: Period\nstatus: open\nprocesses: []\nend: 2025-01-03\nkey: 2024-12");
    assertEquals(
        "procc: v1\nkind: Period\nstatus: open\nprocesses: []\nkey: 2025-01\nstart: 2025-01-04",
        done(null, null).text());
  }

  @Test
  void aWrittenEndThatMovesNoStart() throws IOException {
    period("2025-03.period.yaml", document("2025-03", "end: 2025-03-31\n"));
    assertEquals(document("2025-04", ""), done(null, null).text());
    period("2025-03.period.yaml", document("2025-03", "end: 2025-05-02\n"));
    RollForward.RollForwardRefusal refusal = roll(null, null).refusal();
    assertNotNull(refusal);
    assertEquals("\"2025-03\" ends on 2025-05-02, and \"2025-04\" not later", refusal.message());
    assertEquals("2025-06-01", done(null, "2025-06").period().start().toString());
  }

  @Test
  void bracesStayBraces() throws IOException {
    period(
        "2024-Q4.period.yaml",
        "{ procc: v1, kind: Period, key: 2024-Q4, label: X, status: closed, processes: [] }\n");
    assertEquals(
        "{ procc: v1, kind: Period, key: 2025-Q1, status: open, processes: [] }\n",
        done(null, null).text());
  }

  @Test
  void withoutAKeyThatTellsItAsks() throws IOException {
    period("x.period.yaml", document("year-end", "start: 2024-12-01\nend: 2024-12-31\n"));
    RollForward.RollForwardRefusal refusal = roll(null, null).refusal();
    assertNotNull(refusal);
    assertEquals("\"year-end\" does not tell what comes next", refusal.message());
    assertEquals(RollForward.RefusalKind.USAGE, refusal.kind());
    assertEquals("2025-01", done("year-end", "2025-01").period().key());
  }

  private static @Nullable String names(String key, String text) {
    Period period = Periods.find(key, null).period();
    assertNotNull(period);
    return new PeriodNameMatcher(period).find(text);
  }

  @Test
  void namesOfAPeriodAreWholeWords() {
    assertEquals("Q4 2024", names("2024-Q4", "Provide Q4 2024 revenue"));
    assertEquals("2024-q4", names("2024-Q4", "doc-2024-q4-final"));
    assertEquals("December 31, 2024", names("2024-Q4", "as of December 31, 2024"));
    assertEquals("Dec 2024", names("2024-12", "the Dec 2024 close"));
    assertNull(names("2024-Q4", "Q4 20245 and XQ4 2024"));
    assertNull(names("2024-Q4", "Q1 2025"));
    assertEquals("2024", names("2024", "Budget 2024"));
    assertNull(names("2024", "10,2024x"));
  }

  /// What is sent as it is written stays in the next period too, if a day or a name is typed in it.
  @Test
  void daysAndNamesAmongArgumentsAreListed() throws IOException {
    period("q.yaml", document("2026-Q3", "").replace("processes: []", "processes: [close]"));
    period(
        "close.process.yaml",
        """
        procc: v1
        kind: Process
        key: close
        name: Close {{ period.key }}
        businessStartDate: period.start
        businessEndDate: WD30
        dueDate: WD20
        root:
          name: Root
          children:
            - certification: letter
              title: Letter
              arguments:
                due: "2026-10-26"
                also: [{ date: 2026-10-27 }, { raw: { date: 2026-10-28 } }, { date: WD3 }]
                end: "{{ period.end }}"
                note: for 2026-Q3
                moving: for {{ period.key }}
        """);
    List<String> texts =
        done(null, null).issues().stream()
            .map(issue -> issue.kind().key() + " " + issue.text())
            .toList();
    assertEquals(
        List.of(
            "typedDates Tue 2026-10-27, arguments of \"Letter\"",
            "typedDates Mon 2026-10-26, arguments of \"Letter\"",
            "typedDates Wed 2026-10-28, arguments of \"Letter\"",
            "texts arguments of \"Letter\" names 2026-Q3"),
        texts);
  }
}
