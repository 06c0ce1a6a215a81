package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small inputs about days that once got a wrong answer, each with its right answer.
class DateInputsTest {
  private static final String BASE =
      """
      procc: v1
      kind: Calendar
      key: us-close
      workdays: mon-fri
      covers: 2024-10-01..2025-02-10
      holidays: [{ date: 2024-12-25, name: Christmas }, { date: 2025-01-01, name: New Year }]
      ---
      procc: v1
      kind: Period
      key: 2024-12
      status: open
      processes: [close]
      ---
      procc: v1
      kind: Process
      key: close
      name: "{{ period.label }}"
      calendar: us-close
      businessStartDate: first business day of period
      businessEndDate: WD5
      dueDate: WD12
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root: { name: R, parallel: true, children: [ { sendTask: a, title: A, assignee: { id: u, type: user }, dueDate: WD1 } ] }
      """;

  @TempDir Path folder;

  private String run(String text, String... words) throws IOException {
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    Files.writeString(folder.resolve("all.yaml"), text);
    CliCase.CommandResult result = new InProcessCli(folder).run(words);
    return result.stdout() + result.stderr();
  }

  private static void has(String said, String... parts) {
    for (String part : parts) {
      assertTrue(said.contains(part), part + " in:\n" + said);
    }
  }

  /// A typed day would be wrong in all other periods.
  @Test
  void anEndOfTheScheduleMovesToTheTextOfTheDate() throws IOException {
    String late = BASE.replace("dueDate: WD1 }", "dueDate: WD8 }");
    has(run(late, "lint"), "fix (unsafe): move businessEndDate to WD8\n");
    String typed = late.replace("businessEndDate: WD5", "businessEndDate: 2025-01-08");
    has(run(typed, "lint"), "fix (unsafe): move businessEndDate to 2025-01-13\n");
    String early = BASE.replace("dueDate: WD1 }", "dueDate: last day of month before period }");
    has(
        run(early, "lint"),
        "help: move businessStartDate to last day of month before period or earlier");
    String other = BASE.replace("dueDate: WD1 }", "dueDate: process.due }");
    String said = run(other, "lint");
    has(said, "help: let businessEndDate be 2025-01-17 or later, or move the date");
    assertFalse(said.contains("fix (unsafe): move businessEndDate"), said);
  }

  @Test
  void aDayBehindTheScheduleHasNoNumberInIt() throws IOException {
    String late = BASE.replace("dueDate: WD1 }", "dueDate: WD8 }");
    assertFalse(run(late, "explain", "date", "close@2024-12/a").contains("BD"));
    has(run(BASE, "explain", "date", "close@2024-12/a"), "WD1 = business day 22 of the schedule");
  }

  @Test
  void aDayOffInTheWeekIsNoWeekend() throws IOException {
    String four = BASE.replace("mon-fri", "mon-thu").replace("dueDate: WD1 }", "dueDate: WD4 }");
    has(
        run(four, "explain", "date", "close@2024-12/a"),
        "Fri 2025-01-03   off, no workday",
        "Sat 2025-01-04   off, weekend");
    String gulf = BASE.replace("mon-fri", "sun-thu").replace("dueDate: WD1 }", "dueDate: WD4 }");
    has(
        run(gulf, "explain", "date", "close@2024-12/a"),
        "Fri 2025-01-03   off, weekend",
        "Sat 2025-01-04   off, weekend");
  }

  @Test
  void aDayAsItIsWrittenElsewhereIsOfferedInAListOfDays() throws IOException {
    has(
        run(BASE.replace("New Year }", "New Year }, 12/26/2024"), "lint"),
        "\"12/26/2024\" does not fit \"holidays\", which takes a date",
        "write 2024-12-26");
    has(run(BASE.replace("date: 2025-01-01", "date: 1.1.2025"), "lint"), "write 2025-01-01");
    has(
        run(BASE.replace("New Year }", "New Year }, 3/4/2025"), "lint"),
        "2025-03-04",
        "2025-04-03");
  }

  @Test
  void aFileInAnotherEncodingIsNamed() throws IOException {
    String people = "procc: v1\nkind: People\nkey: staff\npeople: { a: { id: \u00e9 } }\n";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1)) {
      for (String name : List.of("u.yaml", "u.people.yaml")) {
        Files.write(folder.resolve(name), people.getBytes(charset));
        String said = run(BASE, "lint");
        has(said, "error[PC101] not-utf8: ", name + ":", "help: save the file as UTF-8");
        has(said, "\n1 error in ");
        Files.delete(folder.resolve(name));
      }
    }
    Files.write(folder.resolve("u.yaml"), "a: b\n".getBytes(StandardCharsets.UTF_16));
    assertFalse(run(BASE, "lint").contains("PC101"), "is none of ours");
  }

  /// Only the end of the month is outside the covered days.
  @Test
  void aDayInsideTheCoveredDaysIsCovered() throws IOException {
    String said = run(BASE.replace("WD5", "first business day of 2025-02"), "lint");
    assertFalse(said.contains("PC206"), said);
    has(run(BASE.replace("WD5", "last business day of 2025-02"), "lint"), "PC206");
  }

  /// One fault gives one error: the week is then unknown.
  @Test
  void aWeekThatCannotBeReadIsNotCountedBy() throws IOException {
    for (String week :
        List.of("[mon, funday]", "funday", "'mon, tue, funday'", "[mon-fri, fundy]")) {
      has(run(BASE.replace("workdays: mon-fri", "workdays: " + week), "lint"), "1 error in ");
    }
    String own = BASE.replace("calendar: us-close", "businessDaysOfWeek: [monday, funday]");
    has(run(own, "lint"), "error[PC123]", "1 error");
  }

  /// Both days of a schedule that moves, shown at each of its ends.
  @Test
  void aWindowThatMovesIsShownWithItsDays() throws IOException {
    String said = run(BASE, "impact", "--as-of", "2024-10-01", "--add", "us-close:2025-01-06");
    has(
        said,
        "schedule ends: Wed 2025-01-08 -> Thu 2025-01-09",
        "process due   Fri 2025-01-17 -> Mon 2025-01-20");
    said = run(BASE, "impact", "--as-of", "2024-10-01", "--add", "us-close:2024-12-02");
    has(said, "schedule starts: Mon 2024-12-02 -> Tue 2024-12-03");
    String set = "close:businessStartDate=2024-12-04";
    said = run(BASE, "impact", "--as-of", "2024-10-01", "--set", set);
    has(said, "No due date moves; other changes: schedule starts");
    has(said, "schedule starts: Mon 2024-12-02 -> Wed 2024-12-04");
    assertFalse(said.matches("(?s).*schedule (?:starts|ends): *\\R.*"), said);
  }

  @Test
  void whatIsRightSaysNothing() throws IOException {
    assertEquals("", run(BASE, "lint", "--quiet").replaceAll("(?m)^No findings.*\n", ""));
  }
}
