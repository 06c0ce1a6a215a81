package dev.procc.language.check.rules.dates;

import static dev.procc.model.duedate.DateTreeFixture.fixes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.DateTreeFixture;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.syntax.DateCodes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DateRulesTest {
  private static List<Finding> run(DateRule rule, DateTreeFixture close) {
    Findings found = new Findings();
    rule.check(close.resolve(), found);
    assertTrue(found.toList().stream().allMatch(d -> d.code() == rule.code()));
    return found.toList();
  }

  @Test
  void codesAreAllThereOnceInOrder() {
    Set<String> ids = new HashSet<>();
    DateCodes.all().forEach(code -> ids.add(code.id()));
    assertEquals(24, ids.size());
    assertEquals(
        DateCodes.all(),
        DateCodes.all().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList());
  }

  @Test
  void aDayOffIsReportedAndNeverMoved() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("typed", "2026-04-03", null),
                DateTreeFixture.task("computed", "start + 10 days", null),
                DateTreeFixture.task("meant", "2026-04-04 even on a day off", null),
                DateTreeFixture.task("open", "2026-04-11", "2026-04-12"));
    List<Finding> found = run(new DueDateOnDayOff(), close);
    assertEquals(3, found.size());
    assertEquals("Fri 2026-04-03 is a day off, Good Friday", found.get(0).message());
    assertEquals("us.calendar.yaml:2", found.get(0).labels().get(0).span().pathAndLine());
    assertEquals(List.of("2026-04-02", "2026-04-06", " even on a day off"), fixes(found.get(0)));
    assertEquals(
        "the business day before is Thu 2026-04-02, the one after Mon 2026-04-06",
        found.get(0).hint());
    assertEquals(" or next business day", fixes(found.get(1)).get(0));
    assertEquals(DateTreeFixture.ID + "/open:approverDueDate", found.get(2).address());
  }

  @Test
  void serialWorkNeedsADayAfterItsPredecessor() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "WD2", null),
                DateTreeFixture.task("b", "WD2", "dueDate + 1bd"),
                DateTreeFixture.task("c", "WD3", null),
                DateTreeFixture.task("d", "WD1", null),
                DateTreeFixture.group(
                    "g",
                    true,
                    "WD5",
                    DateTreeFixture.task("g/x", "WD1", null),
                    DateTreeFixture.task("g/y", "WD1", null)),
                DateTreeFixture.task("e", "group(g).due", null),
                DateTreeFixture.group("h", false, null, DateTreeFixture.task("h/x", null, null)),
                DateTreeFixture.task("f", "WD1", null));
    List<Finding> found = run(new DueBeforePredecessor(), close);
    assertEquals(
        List.of(
            "Due Thu 2026-04-02, the day a is done: no working day is left for it",
            "Due Mon 2026-04-06, the day b is done (approved): no working day is left for it",
            "Due Wed 2026-04-01, before c is done, Mon 2026-04-06",
            "Due Wed 2026-04-01, the day d is done: no working day is left for it",
            "Due Wed 2026-04-01, before e is done, Wed 2026-04-08"),
        found.stream().map(Finding::message).toList());
    assertEquals(List.of("previous.due + 1bd"), fixes(found.get(0)));
    assertEquals(List.of("task(d).done + 1bd"), fixes(found.get(3)));
    assertEquals(List.of("task(e).done + 1bd"), fixes(found.get(4)));
    assertEquals(List.of("task(b).done + 1bd"), fixes(found.get(1)));
    assertEquals("b:approverDueDate", found.get(1).labels().get(0).span().file().path());
    assertEquals("due Thu 2026-04-02", found.get(0).labels().get(0).text());
    assertEquals("approval due Mon 2026-04-06", found.get(1).labels().get(0).text());
  }

  @Test
  void aPredecessorIsDoneWhenAllInItIs() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.group("g", true, "WD1", DateTreeFixture.task("g/x", "WD4", null)),
                DateTreeFixture.task("e", "WD3", null));
    List<Finding> found = run(new DueBeforePredecessor(), close);
    assertEquals(
        "Due Mon 2026-04-06, before g is done (all in it), Tue 2026-04-07", found.get(0).message());
    assertEquals(List.of("group(g).done + 1bd"), fixes(found.get(0)));
  }

  /// Inside g, `task(a)` would be g/a itself.
  @Test
  void aPredecessorWhoseKeyIsRepeatedIsNamedByItsPath() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("a", "WD3", null),
                DateTreeFixture.group("g", true, null, DateTreeFixture.task("g/a", "WD3", null)),
                DateTreeFixture.task("b", "WD4", "WD6"),
                DateTreeFixture.group("h", true, "WD6", DateTreeFixture.task("h/b", "WD7", null)));
    List<Finding> found = run(new DueBeforePredecessor(), close);
    assertEquals(
        List.of(List.of("task(/a).done + 1bd"), List.of("task(/b).done + 1bd")),
        List.of(fixes(found.get(0)), fixes(found.get(1))));
  }

  @Test
  void anApprovalFollowsTheWork() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(DateTreeFixture.task("a", "WD3", "WD2"), DateTreeFixture.task("b", "WD3", "WD3"));
    List<Finding> found = run(new ApprovalBeforeDueDate(), close);
    assertEquals(1, found.size());
    assertEquals(Severity.ERROR, found.get(0).severity());
    assertEquals(
        "The approval is due Thu 2026-04-02, before the work, Mon 2026-04-06",
        found.get(0).message());
    assertEquals(List.of("dueDate + 1bd"), fixes(found.get(0)));
  }

  @Test
  void nothingIsDueAfterWhatItBelongsTo() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.group(
                    "g",
                    true,
                    "WD5",
                    DateTreeFixture.task("g/x", "WD5", "dueDate + 1bd"),
                    DateTreeFixture.group(
                        "g/h",
                        true,
                        null,
                        DateTreeFixture.task("g/h/y", "WD6 or next business day", null))),
                DateTreeFixture.task("e", "process.due + 1bd", null));
    List<Finding> found = run(new DueAfterParent(), close);
    assertEquals(
        List.of(
            "The approval is due Thu 2026-04-09, after its group, Wed 2026-04-08",
            "Due Thu 2026-04-09, after its group, Wed 2026-04-08",
            "Due Thu 2026-04-16, after the process, Wed 2026-04-15"),
        found.stream().map(Finding::message).toList());
    assertEquals(List.of("earliest(WD6, parent.due) or next business day"), fixes(found.get(1)));
    assertEquals("g:dueDate", found.get(1).labels().get(0).span().file().path());
  }

  @Test
  void aStartOnADayOffSaysWhichDayIsTheFirst() {
    DateTreeFixture close = new DateTreeFixture();
    close.start = "2026-04-04";
    List<Finding> found = run(new StartOnDayOff(), close);
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
        DateTreeFixture.calendar(BusinessCalendar.of("none", Weekdays.NONE, List.of(), List.of()));
    assertEquals(List.of(), fixes(run(new StartOnDayOff(), close).get(0)));
    assertEquals(
        List.of(),
        fixes(
            run(new DueDateOnDayOff(), close.with(DateTreeFixture.task("x", "2026-04-06", null)))
                .get(0)));
  }

  @Test
  void dueDatesLieAfterTheDayOfTheRun() {
    DateTreeFixture close =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("old", "2026-03-30", null),
                DateTreeFixture.task("yesterday", "2026-03-31", null),
                DateTreeFixture.task("today", "2026-04-01", "2026-04-02"));
    Findings findings = new Findings();
    new DueDatePassed().check(close.resolve(), LocalDate.parse("2026-04-01"), findings);
    List<Finding> found = findings.toList();
    assertEquals(
        List.of(
            "Due Mon 2026-03-30, and it is Wed 2026-04-01 already",
            "Due Tue 2026-03-31, and it is Wed 2026-04-01 already",
            "Due Wed 2026-04-01, the day of this check itself"),
        found.stream().map(Finding::message).toList());
    assertEquals(List.of(false, true, true), found.stream().map(d -> d.hint() != null).toList());
  }

  @Test
  void theServerMayMoveDates() {
    DateTreeFixture close = new DateTreeFixture().with(DateTreeFixture.task("a", "WD1", null));
    assertEquals(List.of(), run(new ServerMayMoveDates(), close));
    SourceFile file = new SourceFile("x.yaml", "true");
    close.relative = new DateTree.RelativeDates(false, file.fullSpan());
    assertEquals(List.of(), run(new ServerMayMoveDates(), close));
    close.relative = new DateTree.RelativeDates(true, file.fullSpan());
    Finding found = run(new ServerMayMoveDates(), close).get(0);
    assertEquals(Severity.INFO, found.severity());
    assertEquals(
        "\"relativeDates: true\" lets the server move due dates when the schedule changes",
        found.message());
    assertEquals(List.of("false"), fixes(found));
    close.with(DateTreeFixture.task("b", "2026-04-02", null));
    found = run(new ServerMayMoveDates(), close).get(0);
    assertEquals(Severity.WARNING, found.severity());
    assertEquals("typed: Thu 2026-04-02", found.labels().get(0).text());
    assertEquals(
        "\"relativeDates: true\" lets the server move typed due dates like computed ones",
        found.message());
    close.children.remove(0);
    assertEquals(Severity.INFO, run(new ServerMayMoveDates(), close).get(0).severity());
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
    SourcedCalendar calendar = new SourcedCalendar(days, null, reason -> file.fullSpan());
    List<Finding> found = runAll(calendar);
    assertEquals(
        List.of(
            "Fri 2026-04-03 is both excluded and included in us: it counts as a business day",
            "Sat 2026-07-04, Independence Day, is a day off anyway in us",
            "Mon 2026-04-06 is a workday anyway in us"),
        found.stream().map(Finding::message).toList());
    assertEquals(1, found.get(0).labels().size());
    List<Finding> unplaced = runAll(DateTreeFixture.calendar(days));
    assertEquals(3, unplaced.size());
    assertEquals(null, unplaced.get(0).span());
  }

  private static List<Finding> runAll(SourcedCalendar calendar) {
    Findings found = new Findings();
    new ExcludedAndIncluded().check(calendar, found);
    new RedundantCalendarDay().check(calendar, found);
    return found.toList();
  }
}
