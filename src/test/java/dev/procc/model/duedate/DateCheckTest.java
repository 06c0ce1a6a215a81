package dev.procc.model.duedate;

import static dev.procc.model.duedate.Close.fixes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DateCheckTest {
  private static List<Diagnostic> run(DateCheck check, Close close) {
    List<Diagnostic> found = new ArrayList<>();
    check.check(close.resolve(), found::add);
    assertTrue(found.stream().allMatch(d -> d.code() == check.code()));
    return found;
  }

  @Test
  void codesAreAllThereOnceInOrder() {
    Set<String> ids = new HashSet<>();
    DateCodes.all().forEach(code -> ids.add(code.id()));
    assertEquals(23, ids.size());
    assertEquals(
        DateCodes.all(),
        DateCodes.all().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList());
    assertEquals(
        List.of("PC207", "PC208", "PC209", "PC210", "PC218", "PC220"),
        DateCheck.all().stream().map(c -> c.code().id()).toList());
    assertEquals(
        List.of("PC215", "PC216"), CalendarCheck.all().stream().map(c -> c.code().id()).toList());
  }

  @Test
  void aDayOffIsReportedAndNeverMoved() {
    Close close =
        new Close()
            .with(
                Close.task("typed", "2026-04-03", null),
                Close.task("computed", "start + 10 days", null),
                Close.task("meant", "2026-04-04 even on a day off", null),
                Close.task("open", "2026-04-11", "2026-04-12"));
    List<Diagnostic> found = run(new OnDayOff(), close);
    assertEquals(3, found.size());
    assertEquals("Fri 2026-04-03 is a day off, Good Friday", found.get(0).message());
    assertEquals("us.calendar.yaml:2", found.get(0).labels().get(0).span().line());
    assertEquals(List.of("2026-04-02", "2026-04-06", " even on a day off"), fixes(found.get(0)));
    assertEquals(
        "the business day before is Thu 2026-04-02, the one after Mon 2026-04-06",
        found.get(0).hint());
    assertEquals(" or next business day", fixes(found.get(1)).get(0));
    assertEquals(Close.ID + "/open:approverDueDate", found.get(2).address());
  }

  @Test
  void serialWorkNeedsADayAfterItsPredecessor() {
    Close close =
        new Close()
            .with(
                Close.task("a", "WD2", null),
                Close.task("b", "WD2", "dueDate + 1bd"),
                Close.task("c", "WD3", null),
                Close.task("d", "WD1", null),
                Close.group(
                    "g",
                    true,
                    "WD5",
                    Close.task("g/x", "WD1", null),
                    Close.task("g/y", "WD1", null)),
                Close.task("e", "group(g).due", null),
                Close.group("h", false, null, Close.task("h/x", null, null)),
                Close.task("f", "WD1", null));
    List<Diagnostic> found = run(new BeforePredecessor(), close);
    assertEquals(
        List.of(
            "Due Thu 2026-04-02, the day a is done: no working day is left for it",
            "Due Mon 2026-04-06, the day b is done: no working day is left for it",
            "Due Wed 2026-04-01, before c is done, Mon 2026-04-06"),
        found.stream().map(Diagnostic::message).toList());
    assertEquals(List.of("previous.due + 1bd"), fixes(found.get(0)));
    assertEquals(List.of("task(b).done + 1bd"), fixes(found.get(1)));
    assertEquals("b:approverDueDate", found.get(1).labels().get(0).span().file().path());
    assertEquals("due Thu 2026-04-02", found.get(0).labels().get(0).text());
    assertEquals("approval due Mon 2026-04-06", found.get(1).labels().get(0).text());
  }

  @Test
  void aPredecessorIsDoneWhenAllInItIs() {
    Close close =
        new Close()
            .with(
                Close.group("g", true, "WD1", Close.task("g/x", "WD4", null)),
                Close.task("e", "WD3", null));
    List<Diagnostic> found = run(new BeforePredecessor(), close);
    assertEquals("Due Mon 2026-04-06, before g is done, Tue 2026-04-07", found.get(0).message());
    assertEquals(List.of("group(g).done + 1bd"), fixes(found.get(0)));
  }

  @Test
  void anApprovalFollowsTheWork() {
    Close close = new Close().with(Close.task("a", "WD3", "WD2"), Close.task("b", "WD3", "WD3"));
    List<Diagnostic> found = run(new ApprovalBeforeDue(), close);
    assertEquals(1, found.size());
    assertEquals(Severity.ERROR, found.get(0).severity());
    assertEquals(
        "The approval is due Thu 2026-04-02, before the work, Mon 2026-04-06",
        found.get(0).message());
    assertEquals(List.of("dueDate + 1bd"), fixes(found.get(0)));
  }

  @Test
  void nothingIsDueAfterWhatItBelongsTo() {
    Close close =
        new Close()
            .with(
                Close.group(
                    "g",
                    true,
                    "WD5",
                    Close.task("g/x", "WD5", "dueDate + 1bd"),
                    Close.group(
                        "g/h", true, null, Close.task("g/h/y", "WD6 or next business day", null))),
                Close.task("e", "process.due + 1bd", null));
    List<Diagnostic> found = run(new AfterParent(), close);
    assertEquals(
        List.of(
            "The approval is due Thu 2026-04-09, after its group, Wed 2026-04-08",
            "Due Thu 2026-04-09, after its group, Wed 2026-04-08",
            "Due Thu 2026-04-16, after the process, Wed 2026-04-15"),
        found.stream().map(Diagnostic::message).toList());
    assertEquals(List.of("earliest(WD6, parent.due) or next business day"), fixes(found.get(1)));
    assertEquals("g:dueDate", found.get(1).labels().get(0).span().file().path());
  }

  @Test
  void aStartOnADayOffSaysWhichDayIsTheFirst() {
    Close close = new Close();
    close.start = "2026-04-04";
    List<Diagnostic> found = run(new StartOnDayOff(), close);
    assertEquals(
        "The schedule starts on a day off, Sat 2026-04-04, weekend", found.get(0).message());
    assertEquals("BD1 is Mon 2026-04-06", found.get(0).hint());
    assertEquals(List.of("2026-04-06"), fixes(found.get(0)));
    close.start = "first day of 2026-03";
    assertEquals(List.of(" or next business day"), fixes(run(new StartOnDayOff(), close).get(0)));
    close.start = "2026-04-06";
    assertEquals(List.of(), run(new StartOnDayOff(), close));
    close.start = null;
    assertEquals(List.of(), run(new StartOnDayOff(), close));
    close.start = "2026-04-06";
    close.calendar =
        SourcedCalendar.builtIn(BusinessCalendar.of("none", Weekdays.NONE, List.of(), List.of()));
    assertEquals(List.of(), fixes(run(new StartOnDayOff(), close).get(0)));
    assertEquals(
        List.of(),
        fixes(run(new OnDayOff(), close.with(Close.task("x", "2026-04-06", null))).get(0)));
  }

  @Test
  void dueDatesLieAfterTheDayOfTheRun() {
    Close close =
        new Close()
            .with(
                Close.task("old", "2026-03-30", null),
                Close.task("yesterday", "2026-03-31", null),
                Close.task("today", "2026-04-01", "2026-04-02"));
    List<Diagnostic> found = run(DateCheck.notPassed(LocalDate.parse("2026-04-01")), close);
    assertEquals(
        List.of(
            "Due Mon 2026-03-30, not after Wed 2026-04-01",
            "Due Tue 2026-03-31, not after Wed 2026-04-01",
            "Due Wed 2026-04-01, not after Wed 2026-04-01"),
        found.stream().map(Diagnostic::message).toList());
    assertEquals(List.of(false, true, true), found.stream().map(d -> d.hint() != null).toList());
  }

  @Test
  void theServerMayMoveDates() {
    Close close = new Close().with(Close.task("a", "WD1", null));
    assertEquals(List.of(), run(new ServerMayMove(), close));
    SourceFile file = new SourceFile("x.yaml", "true");
    close.relative = new DateTree.RelativeDates(false, file.whole());
    assertEquals(List.of(), run(new ServerMayMove(), close));
    close.relative = new DateTree.RelativeDates(true, file.whole());
    Diagnostic found = run(new ServerMayMove(), close).get(0);
    assertEquals(Severity.INFO, found.severity());
    assertEquals(
        "\"relativeDates: true\" lets the server move due dates when the schedule changes",
        found.message());
    assertEquals(List.of("false"), fixes(found));
    close.with(Close.task("b", "2026-04-02", null));
    found = run(new ServerMayMove(), close).get(0);
    assertEquals(Severity.WARNING, found.severity());
    assertEquals("typed: Thu 2026-04-02", found.labels().get(0).text());
    assertEquals(
        "\"relativeDates: true\" lets the server move typed due dates like computed ones",
        found.message());
    close.children.remove(0);
    assertEquals(Severity.INFO, run(new ServerMayMove(), close).get(0).severity());
  }

  @Test
  void linesOfACalendarThatContradictOrAddNothing() {
    BusinessCalendar days =
        BusinessCalendar.of(
            "us",
            Weekdays.MON_FRI,
            List.of(
                new NamedDay(LocalDate.parse("2026-04-03"), "Good Friday"),
                new NamedDay(LocalDate.parse("2026-07-04"), "Independence Day")),
            List.of(
                NamedDay.of(LocalDate.parse("2026-04-03")),
                NamedDay.of(LocalDate.parse("2026-04-06")),
                NamedDay.of(LocalDate.parse("2026-04-11"))));
    SourceFile file = new SourceFile("us.yaml", "abc");
    SourcedCalendar calendar = new SourcedCalendar(days, null, reason -> file.whole());
    List<Diagnostic> found = new ArrayList<>();
    CalendarCheck.all().forEach(c -> c.check(calendar, found::add));
    assertEquals(
        List.of(
            "Fri 2026-04-03 is both excluded and included in us: it counts as a business day",
            "Sat 2026-07-04, Independence Day, is no workday anyway in us",
            "Mon 2026-04-06 is a workday anyway in us"),
        found.stream().map(Diagnostic::message).toList());
    assertEquals(1, found.get(0).labels().size());
    List<Diagnostic> unplaced = new ArrayList<>();
    CalendarCheck.all().forEach(c -> c.check(SourcedCalendar.builtIn(days), unplaced::add));
    assertEquals(3, unplaced.size());
    assertEquals(null, unplaced.get(0).span());
  }
}
