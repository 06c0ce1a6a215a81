package dev.procc.language.calendars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.TextEdits;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarAuditTest {
  @TempDir Path folder;

  private List<Finding> check(String... keys) {
    Outcome<Project> read = ProjectReader.read(new DiskTree(folder));
    Project project = read.value().orElseThrow();
    Compilation compilation =
        Compiler.compile(read, project.instances(), CompileOptions.defaults());
    return CalendarAudit.audit(ProjectDocuments.read(read), compilation, Set.of(keys));
  }

  private static List<String> describe(List<Finding> found) {
    List<String> told = new ArrayList<>();
    found.forEach(d -> told.add(d.code().id() + " " + d.message()));
    return told;
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  private static final String CALENDAR =
      """
      procc: v1
      kind: Calendar
      key: us
      workdays: mon-fri
      covers: 2024-10-01..2025-01-31
      source: x
      holidays:
      """;

  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      calendar: us
      businessStartDate: period.start
      businessEndDate: last business day of month after period
      dueDate: WD3
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Root
        parallel: false
        children:
          - sendTask: a
            title: A
            assignee: elena
            dueDate: WD2
      """;

  private void project(String calendar, String period, String status) throws IOException {
    write("us.calendar.yaml", calendar);
    write("close.process.yaml", PROCESS);
    write(
        "people.yaml",
        """
        procc: v1
        kind: People
        key: people
        people:
          elena: { id: u, name: Elena Ruiz, calendar: es }
        """);
    write(
        "es.calendar.yaml",
        """
        procc: v1
        kind: Calendar
        key: es
        workdays: mon-fri
        covers: 2024-10-01..2024-12-31
        source: x
        alsoClosedIn: [us]
        """);
    write(
        "q.period.yaml",
        "procc: v1\nkind: Period\nkey: "
            + period
            + "\nstatus: "
            + status
            + "\nprocesses: [close]\n");
  }

  @Test
  void aGapIsFoundForTheProcessAndForThePerson() throws IOException {
    project(CALENDAR + "  - { date: 2024-12-25, name: Christmas }\n", "2024-Q4", "open");
    assertEquals(
        List.of(
            "PC230 \"es\" covers 2024-10-01..2024-12-31, but Elena Ruiz in close@2024-Q4 counts"
                + " Thu 2025-01-02"),
        describe(check("us", "es")));
    project(CALENDAR + "  - { date: 2024-12-25, name: Christmas }\n", "2025-01", "planned");
    assertEquals(
        List.of(
            "PC230 \"us\" covers 2024-10-01..2025-01-31, but close@2025-01 counts from Wed"
                + " 2025-01-01 to Fri 2025-02-28, and 1 more does"),
        describe(check("us")));
    project(CALENDAR + "  - { date: 2024-12-25, name: Christmas }\n", "2025-01", "closed");
    assertEquals(List.of(), describe(check("us")));
  }

  /// What the hint of a gap says can be pasted: nothing is found then.
  @Test
  void aCalendarWithoutCoversHasAGapWhereItListsNoDay() throws IOException {
    String calendar = CALENDAR.replace("covers: 2024-10-01..2025-01-31\n", "");
    String days =
        "  - { date: 2024-12-25, name: Christmas }\n  - { date: 2025-01-01, name: New Year }\n";
    project(calendar + days, "2024-Q4", "open");
    assertEquals(
        List.of("PC231 \"us\" does not say which days were looked up"), describe(check("us")));
    project(calendar + days, "2025-Q2", "open");
    Finding gap = check("us").getFirst();
    assertEquals(
        "\"us\" lists days off from Wed 2024-12-25 to Wed 2025-01-01, and does not say what it"
            + " covers, but close@2025-Q2 counts from Tue 2025-04-01 to Thu 2025-07-31, and 1 more"
            + " does",
        gap.message());
    String covers = "covers: 2024-12-01..2025-07-31\n";
    assertTrue(gap.hint().contains(covers.strip()), gap.hint());
    project(calendar.replace("holidays:", covers + "holidays:") + days, "2025-Q2", "open");
    assertEquals(List.of(), describe(check("us")));
  }

  /// The safe fixes of a finding remove it and cause no new one. The days of the approval are those
  /// of the approver.
  @Test
  void aPersonCountsTheirOwnDaysOnly() throws IOException {
    write("c.calendar.yaml", CALENDAR.replace("holidays:\n", "") + "---\n" + UK);
    write(
        "people.yaml",
        """
        procc: v1
        kind: People
        key: people
        people:
          sam: { id: u1, name: Sam, calendar: uk }
          kim: { id: u2, name: Kim }
        """);
    String task =
        """
        assignee: sam
        approver: kim
        dueDate: 2024-12-30
        approverDueDate: 2025-01-03
        """;
    String process =
        PROCESS
            .replace("period.start", "2024-10-01")
            .replace("last business day of month after period", "2025-01-31")
            .replace("dueDate: WD3\n", "");
    write(
        "p.process.yaml",
        process.substring(0, process.indexOf("- sendTask"))
            + "- sendTask: a\n      title: A\n"
            + task.indent(6));
    assertEquals(List.of(), describe(check("uk")));
    write(
        "p.process.yaml",
        process.substring(0, process.indexOf("- sendTask"))
            + "- sendTask: a\n      title: A\n"
            + task.replace("assignee: sam\napprover: kim", "assignee: kim\napprover: sam")
                .indent(6));
    assertEquals(
        List.of(
            "PC230 \"uk\" covers 2024-10-01..2024-12-31, but Sam in close counts Fri 2025-01-03"),
        describe(check("uk")));
  }

  private static final String UK =
      """
      procc: v1
      kind: Calendar
      key: uk
      workdays: mon-fri
      covers: 2024-10-01..2024-12-31
      source: x
      """;

  @Test
  void fixesCure() throws IOException {
    String days =
        """
          - { date: 2024-12-25, name: Christmas }
          - { date: 2024-11-28, name: Thanksgiving }
          - { date: 2024-12-25, name: Christmas }
        """;
    project(CALENDAR + days.indent(0), "2024-10", "open");
    List<Finding> found = check("us");
    assertEquals(2, found.size(), describe(found).toString());
    String text = Files.readString(folder.resolve("us.calendar.yaml"));
    for (int rounds = 0; rounds < 2; rounds++) {
      Finding first = check("us").getFirst();
      Fix fix = first.fixes().getFirst();
      assertTrue(fix.safe());
      assertFalse(first.span() == null);
      text = TextEdits.apply(first.span().file(), fix.edits()).orElseThrow();
      write("us.calendar.yaml", text);
    }
    assertEquals(List.of(), describe(check("us")));
    assertTrue(
        text.endsWith(
            "  - { date: 2024-11-28, name: Thanksgiving }\n"
                + "  - { date: 2024-12-25, name: Christmas }\n"),
        text);
  }

  @Test
  void daysWithCommentsAreNotSortedUnasked() throws IOException {
    project(
        CALENDAR + "  - 2024-12-25 # paid\n  - { date: 2024-11-28, name: T }\n", "2024-10", "open");
    for (Finding each : check("us")) {
      assertEquals(List.of(), each.fixes(), each.message());
    }
  }

  /// The anchor would stay where it is, and stand for another day.
  @Test
  void daysWithAnchorsAreNotSorted() throws IOException {
    String days =
        "  - &xmas { date: 2024-12-25, name: X }\n  - { date: 2024-11-28, name: T }\n"
            + "extraWorkdays:\n  - *xmas\n  - { date: 2024-12-21, name: I }\n";
    project(CALENDAR + days, "2024-10", "open");
    for (Finding each : check("us")) {
      assertFalse(each.code().id().equals("PC234") && !each.fixes().isEmpty(), each.message());
    }
  }

  @Test
  void aCalendarIsUsedByWhoeverNamesIt() throws IOException {
    project(CALENDAR + "  - { date: 2024-12-25, name: Christmas }\n", "2024-10", "open");
    write("uk.calendar.yaml", CALENDAR.replace("us", "uk").replace("holidays:\n", ""));
    assertEquals(
        List.of("PC236 \"uk\" is a calendar that no process and no person counts by"),
        describe(check("us", "es", "uk")));
    write(
        "close.process.yaml",
        PROCESS
            .replace("calendar: us", "calendar: us")
            .replace("sendTask: a", "sendTask: a\n" + "        calendar: \"{{ which }}\""));
    assertFalse(describe(check("uk")).toString().contains("PC236"));
  }
}
