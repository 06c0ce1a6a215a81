package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DateResolverTest {
  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static Diagnostic only(Resolution resolution) {
    assertEquals(1, resolution.diagnostics().size(), resolution.diagnostics()::toString);
    return resolution.diagnostics().get(0);
  }

  private static Resolution one(String due) {
    return new Close().with(Close.task("x", due, null)).resolve();
  }

  // ---- looking up

  @Test
  void theNearestScopeWithOneMatchWins() {
    Close close =
        new Close()
            .with(
                Close.group(
                    "us",
                    false,
                    null,
                    Close.task("us/recon", "WD1", null),
                    Close.task("us/flux", "task(recon).due + 1bd", null)),
                Close.group(
                    "uk",
                    false,
                    null,
                    Close.task("uk/recon", "WD3", null),
                    Close.task("uk/flux", "task(recon).due + 1bd", null)),
                Close.task("us-sum", "task(us/recon).due", null),
                Close.task("uk-sum", "task(/uk/flux).due", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertEquals(day("2026-04-02"), Close.due(resolution, "us/flux"));
    assertEquals(day("2026-04-07"), Close.due(resolution, "uk/flux"));
    assertEquals(day("2026-04-01"), Close.due(resolution, "us-sum"));
    assertEquals(day("2026-04-07"), Close.due(resolution, "uk-sum"));
  }

  @Test
  void twoMatchesAreNamed() {
    Close close =
        new Close()
            .with(
                Close.group("us", false, null, Close.task("us/recon", "WD1", null)),
                Close.group("uk", false, null, Close.task("uk/recon", "WD3", null)),
                Close.task("sum", "task(recon).due", null));
    Diagnostic found = only(close.resolve());
    assertEquals("PC202", found.code().id());
    assertTrue(
        found.message().contains(Close.ID + "/us/recon or " + Close.ID + "/uk/recon"),
        found.message());
    assertEquals(
        List.of("us/recon", "uk/recon"),
        found.labels().stream().map(l -> l.span().file().path()).toList());
  }

  @Test
  void aWholePathTellsATailFromIt() {
    Close close =
        new Close()
            .with(
                Close.group("a", false, null, Close.task("a/x", "WD1", null)),
                Close.group(
                    "b",
                    false,
                    null,
                    Close.group("b/a", false, null, Close.task("b/a/x", "WD2", null))),
                Close.task("whole", "task(/a/x).due", null),
                Close.task("tail", "task(a/x).due", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of("PC202"), Close.ids(resolution));
    assertEquals(day("2026-04-01"), Close.due(resolution, "whole"));
  }

  @Test
  void unknownNamesComeWithTheNearest() {
    Close close =
        new Close()
            .with(
                Close.task("recon-ar", "WD1", null),
                Close.group("entities", false, "WD5"),
                Close.task("x", "task(recon-as).due", null),
                Close.task("y", "task(entities).due", null),
                Close.task("z", "group(qqqqqqqqq).due", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of("PC202", "PC202", "PC202"), Close.ids(resolution));
    List<Diagnostic> found = resolution.diagnostics();
    assertEquals("did you mean \"recon-ar\"?", found.get(0).hint());
    assertEquals("task(recon-ar).due", found.get(0).fixes().get(0).edits().get(0).replacement());
    assertEquals("write group(entities).due", found.get(1).hint());
    assertEquals("group(entities).due", found.get(1).fixes().get(0).edits().get(0).replacement());
    assertEquals("known: entities", found.get(2).hint());
    assertEquals(Close.ID + "/x:dueDate", found.get(0).address());
  }

  // ---- anchors in the tree

  @Test
  void anchorsOfTheTree() {
    Close close =
        new Close()
            .with(
                Close.task("a", "WD1", "dueDate + 1bd"),
                Close.group(
                    "g",
                    false,
                    "WD5",
                    Close.task("g/b", "parent.due - 1bd", "dueDate + 3bd"),
                    Close.task("g/c", "previous.due + 1bd", null),
                    Close.group("g/h", true, null, Close.task("g/h/d", "parent.due", null))),
                Close.task("e", "group(g).done", null),
                Close.task("f", "task(g/b).approverDue", null),
                Close.task("h", "parent.due - 2bd", null),
                Close.task("i", "group(g).start", null),
                Close.task("j", "task(c).start", null),
                Close.task("k", "task(b).start", null),
                Close.task("l", "task(d).start", null),
                Close.task("m", "task(a).start", null),
                Close.task("n", "task(a).done + 0bd", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertEquals(day("2026-04-02"), Close.date(resolution, "a", DateResolver.APPROVAL));
    assertEquals(day("2026-04-07"), Close.due(resolution, "g/b"));
    assertEquals(day("2026-04-08"), Close.due(resolution, "g/c"));
    assertEquals(day("2026-04-08"), Close.due(resolution, "g/h/d"));
    assertEquals(day("2026-04-10"), Close.due(resolution, "e"));
    assertEquals(day("2026-04-10"), Close.due(resolution, "f"));
    assertEquals(day("2026-04-13"), Close.due(resolution, "h"));
    assertEquals(day("2026-04-01"), Close.due(resolution, "i"));
    assertEquals(day("2026-04-07"), Close.due(resolution, "j"));
    assertEquals(day("2026-04-01"), Close.due(resolution, "k"));
    assertEquals(day("2026-04-08"), Close.due(resolution, "l"));
    assertEquals(day("2026-03-25"), Close.due(resolution, "m"));
    assertEquals(day("2026-04-02"), Close.due(resolution, "n"));
  }

  @Test
  void anchorsThatAreNotThere() {
    Close close = new Close();
    close.due = null;
    close.parallel = true;
    close.with(
        Close.task("a", "previous.due + 1bd", null),
        Close.task("b", "parent.due", null),
        Close.task("c", "process.due", null),
        Close.task("d", "dueDate + 1bd", null),
        Close.task("e", null, "dueDate + 1bd"),
        Close.group("g", false, null, Close.task("g/f", "previous.due", null)),
        Close.task("h", "group(g).due", null),
        Close.task("i", "group(g).done", null),
        Close.task("j", "task(e).approverDue", null));
    Resolution resolution = close.resolve();
    assertEquals(
        List.of("PC202", "PC214", "PC214", "PC202", "PC214", "PC202", "PC214"),
        Close.ids(resolution));
    assertEquals(2, resolution.dates().size());
  }

  @Test
  void aFailureIsReportedOnce() {
    Close close =
        new Close()
            .with(
                Close.task("a", "task(nope).due", null),
                Close.task("b", "task(a).due + 1bd", "dueDate + 1bd"),
                Close.task("c", "task(b).done", null),
                Close.task("d", "earliest(WD1, task(c).due)", null));
    assertEquals(List.of("PC202"), Close.ids(close.resolve()));
  }

  @Test
  void noneMeansNoValueOutLoud() {
    Close close =
        new Close()
            .with(
                Close.group(
                    "g",
                    false,
                    "none",
                    Close.task("g/a", "none", null),
                    Close.task("g/b", "parent.due", null)));
    Resolution resolution = close.resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertNull(Close.due(resolution, "g"));
    assertEquals(Close.due(resolution, ""), Close.due(resolution, "g/b"));
  }

  @Test
  void furtherFieldsTakeDates() {
    DateNode certification =
        new DateNode(
            Close.ID + "/cfo",
            "cfo",
            DateNode.Kind.TASK,
            false,
            null,
            Close.at("cfo"),
            Close.text("cfo:dueDate", "WD1"),
            null,
            List.of(new DateField("arguments.until", Close.text("cfo:until", "dueDate + 1bd"))),
            List.of());
    Resolution resolution = new Close().with(certification).resolve();
    assertEquals(day("2026-04-02"), Close.date(resolution, "cfo", "arguments.until"));
  }

  // ---- cycles and chains

  @Test
  void aCycleIsShownAsAPath() {
    Close close =
        new Close()
            .with(
                Close.task("a", "task(b).due", null),
                Close.task("b", "task(c).due + 1bd", null),
                Close.task("c", "task(a).due - 1bd", null),
                Close.task("d", "task(a).due", null));
    Diagnostic found = only(close.resolve());
    assertEquals("PC203", found.code().id());
    assertEquals(
        "Circular: task(a).due -> task(b).due -> task(c).due -> task(a).due", found.message());
    assertEquals(2, found.labels().size());
  }

  @Test
  void cyclesThroughGroupsAndApprovals() {
    assertEquals(
        "Circular: task(g/x).due -> group(g).done -> task(g/x).done -> task(g/x).due",
        only(new Close()
                .with(Close.group("g", false, null, Close.task("g/x", "group(g).done", null)))
                .resolve())
            .message());
    assertEquals("Circular: task(x).due -> task(x).due", only(one("task(x).due + 1bd")).message());
    Close close = new Close();
    close.due = "task(x).due";
    assertEquals(
        "Circular: process.due -> task(x).due -> process.due",
        only(close.with(Close.task("x", "parent.due", null)).resolve()).message());
  }

  @Test
  void aLongCircleIsCutInTheMiddle() {
    int n = 20;
    Close close = new Close();
    for (int i = 0; i < n; i++) {
      close.with(Close.task("t" + i, "task(t" + (i + 1) % n + ").due", null));
    }
    Diagnostic circle = only(close.resolve());
    assertEquals(
        "Circular: task(t0).due -> task(t1).due -> task(t2).due -> task(t3).due -> task(t4).due"
            + " -> task(t5).due -> task(t6).due -> task(t7).due -> task(t8).due -> task(t9).due"
            + " -> task(t10).due -> task(t11).due -> ... (6 more) -> task(t18).due"
            + " -> task(t19).due -> task(t0).due",
        circle.message());
    assertEquals(12, circle.labels().size());
  }

  // ---- the schedule

  @Test
  void theScheduleIsSettledFirst() {
    Close close = new Close();
    close.start = "period.start";
    close.end = "last business day of month after period";
    Resolution resolution = close.resolve();
    assertEquals(day("2026-03-01"), resolution.start());
    assertEquals(day("2026-04-30"), resolution.end());
    close.start = "WD-3";
    close.end = "start + 20bd";
    assertEquals(day("2026-04-24"), close.resolve().end());
    for (String wrong :
        List.of("task(x).due", "BD5", "end + 1d", "process.due", "dueDate", "parent.due")) {
      close.start = wrong;
      Diagnostic found = close.resolve().diagnostics().get(0);
      assertEquals("PC202", found.code().id(), wrong);
      assertEquals(Close.ID + ":businessStartDate", found.address());
    }
    close.start = "last day of month";
    close.period = null;
    assertEquals("PC214", close.resolve().diagnostics().get(0).code().id());
  }

  @Test
  void aPlaceWithoutPeriodIsInTheMonthOfTheStart() {
    Close close = new Close();
    close.period = null;
    close.due = "last business day of next month";
    close.end = "last day of month";
    Resolution resolution = close.resolve();
    assertEquals(day("2026-03-31"), resolution.end());
    assertEquals(day("2026-04-30"), Close.due(resolution, ""));
  }

  @Test
  void bothEndsOrNone() {
    Close close = new Close();
    close.end = null;
    Diagnostic found = only(close.resolve());
    assertEquals("PC217", found.code().id());
    assertEquals("businessStartDate", found.span().file().path());
    close.end = "2026-04-30";
    close.start = null;
    assertEquals("businessEndDate", only(close.resolve()).span().file().path());
    close.start = "2026-05-01";
    found = only(close.resolve());
    assertEquals("PC217", found.code().id());
    assertEquals(1, found.labels().size());
    close.start = null;
    close.end = null;
    close.with(Close.task("x", "start + 1d", null), Close.task("y", "BD3", null));
    assertEquals(List.of("PC214", "PC214"), Close.ids(close.resolve()));
  }

  @Test
  void outsideTheScheduleIsReportedAsTheProjectWants() {
    Close close = new Close().with(Close.task("x", "end + 1d", "dueDate + 1bd"));
    Resolution resolution = close.resolve();
    assertEquals(List.of("PC205", "PC205"), Close.ids(resolution));
    Diagnostic found = resolution.diagnostics().get(0);
    assertEquals(Severity.ERROR, found.severity());
    assertEquals("2026-05-01", found.fixes().get(0).edits().get(0).replacement());
    assertEquals("businessEndDate", found.fixes().get(0).edits().get(0).span().file().path());
    assertEquals(day("2026-05-01"), Close.due(resolution, "x"));
    close.options = new DateOptions(false, Roll.UNSAID, Severity.WARNING, null, null);
    assertEquals(Severity.WARNING, close.resolve().diagnostics().get(0).severity());
    Diagnostic before = only(one("start - 1d"));
    assertEquals("businessStartDate", before.labels().get(0).span().file().path());
    assertEquals("2026-03-24", before.fixes().get(0).edits().get(0).replacement());
  }

  @Test
  void theProcessMayBeDueOutsideItsSchedule() {
    Close close = new Close();
    close.due = "2026-12-31";
    assertEquals(List.of(), close.resolve().diagnostics());
  }

  @Test
  void businessDayPastTheEndIsAnErrorInEverySetting() {
    Close close = new Close().with(Close.task("x", "BD99 - 80bd", null));
    close.options = new DateOptions(false, Roll.UNSAID, Severity.WARNING, null, null);
    Diagnostic found = only(close.resolve());
    assertEquals("PC205", found.code().id());
    assertEquals(Severity.ERROR, found.severity());
    assertEquals("BD99", found.span().text());
    assertEquals(
        "BD99 is Tue 2026-08-11, after the schedule's end Thu 2026-04-30", found.message());
  }

  // ---- numbers

  @Test
  void workivasNumberInAPeriodShowsBothDates() {
    Resolution resolution = one("BD8");
    Diagnostic found = only(resolution);
    assertEquals("PC223", found.code().id());
    assertEquals(
        "BD8 is Mon 2026-04-06, business day 8 of the schedule as Workiva counts it; "
            + "WD8 after the period is Sat 2026-04-11",
        found.message());
    assertEquals("WD8", found.fixes().get(0).edits().get(0).replacement());
    assertEquals("WD3", found.fixes().get(1).edits().get(0).replacement());
    Close close = new Close();
    close.period = null;
    close.due = null;
    assertEquals(List.of(), close.with(Close.task("x", "BD8", null)).resolve().diagnostics());
  }

  @Test
  void bothNumbersOfADate() {
    ResolvedDate date = one("WD3").date(Close.ID + "/x", DateResolver.DUE);
    assertEquals(OptionalInt.of(8), date.businessDay());
    assertEquals(OptionalInt.of(3), date.workday());
    ResolvedDate off = one("2026-04-04").date(Close.ID + "/x", DateResolver.DUE);
    assertEquals(OptionalInt.empty(), off.businessDay());
    assertEquals(OptionalInt.empty(), off.workday());
    ResolvedDate last = one("WD-1").date(Close.ID + "/x", DateResolver.DUE);
    assertEquals(OptionalInt.of(-1), last.workday());
    Close close = new Close().with(Close.task("x", "WD0", null), Close.task("y", "WD-3", null));
    close.options =
        new DateOptions(true, Roll.UNSAID, Severity.ERROR, null, Close.at("procc.yaml"));
    Resolution resolution = close.resolve();
    ResolvedDate zero = resolution.date(Close.ID + "/x", DateResolver.DUE);
    assertEquals(OptionalInt.of(0), zero.workday());
    assertEquals(OptionalInt.of(-3), resolution.date(Close.ID + "/y", DateResolver.DUE).workday());
    assertTrue(zero.origin().spans().stream().anyMatch(s -> s.file().path().equals("procc.yaml")));
  }

  @Test
  void countsBeyondTheYearsAndCalendarsWithoutDays() {
    assertEquals("PC212", only(one("2199-12-01 + 9999bd")).code().id());
    assertEquals("PC206", only(one("2199-12-01 + 9999y")).code().id());
    assertEquals("PC206", only(one("1970-01-01 - 1d")).code().id());
    Close close = new Close();
    close.calendar =
        SourcedCalendar.builtIn(BusinessCalendar.of("none", Weekdays.NONE, List.of(), List.of()));
    close.due = "WD1";
    Diagnostic found = only(close.resolve());
    assertEquals("PC213", found.code().id());
    assertTrue(found.message().startsWith("\"none\" has no business day"), found.message());
  }

  @Test
  void countsThroughDaysThatNobodyLookedUp() {
    Close close = new Close();
    close.calendar =
        SourcedCalendar.builtIn(
            BusinessCalendar.of(
                "us",
                Weekdays.MON_FRI,
                List.of(),
                List.of(),
                List.of(),
                new DayRange(day("2026-04-01"), day("2026-04-10"))));
    close.with(
        Close.task("ok", "WD1", "2026-04-10"),
        Close.task("after", "WD9", null),
        Close.task("before", "WD-1", null),
        Close.task("typed", "2026-04-29", null));
    Resolution resolution = close.resolve();
    assertEquals(List.of("PC206", "PC206", "PC206"), Close.ids(resolution));
    assertEquals(day("2026-04-13"), Close.due(resolution, "after"));
    assertEquals(
        "\"WD9\" counts Mon 2026-04-13, but us covers 2026-04-01..2026-04-10",
        resolution.diagnostics().get(1).message());
  }

  @Test
  void aNodeCountsByItsOwnCalendar() {
    BusinessCalendar madrid =
        BusinessCalendar.of(
            "es", Weekdays.MON_FRI, List.of(NamedDay.of(day("2026-04-02"))), List.of());
    DateNode group =
        new DateNode(
            Close.ID + "/es",
            "es",
            DateNode.Kind.GROUP,
            false,
            SourcedCalendar.builtIn(madrid),
            Close.at("es"),
            null,
            null,
            List.of(),
            List.of(Close.task("es/x", "WD2", null), Close.task("es/y", "BD7", null)));
    Resolution resolution = new Close().with(group, Close.task("us", "WD2", null)).resolve();
    assertEquals(day("2026-04-03"), Close.due(resolution, "es/x"));
    assertEquals(day("2026-04-02"), Close.due(resolution, "us"));
    assertEquals(day("2026-04-02"), Close.due(resolution, "es/y"));
  }

  // ---- defaults and rolls

  @Test
  void aDefaultThatLacksItsDateIsLeftOutWithAnInfo() {
    DateNode lacking =
        DateNode.task(
            Close.ID + "/a", "a", Close.at("a"), null, Close.fallback("defaults", "dueDate + 2bd"));
    DateNode first =
        DateNode.task(
            Close.ID + "/b",
            "b",
            Close.at("b"),
            Close.fallback("defaults", "previous.due + 1bd"),
            Close.fallback("defaults", "dueDate + 2bd"));
    DateNode wrong =
        DateNode.task(
            Close.ID + "/c", "c", Close.at("c"), Close.fallback("defaults", "task(b).due"), null);
    Close close = new Close();
    close.parallel = true;
    Resolution resolution = close.with(lacking, first, wrong).resolve();
    assertEquals(List.of("PC214", "PC214", "PC214", "PC214"), Close.ids(resolution));
    assertEquals(
        List.of(Severity.INFO, Severity.INFO, Severity.INFO, Severity.ERROR),
        resolution.diagnostics().stream().map(Diagnostic::severity).toList());
    assertEquals(
        "The default \"dueDate + 2bd\" is not applied to a: a has no due date",
        resolution.diagnostics().get(0).message());
    assertEquals(3, resolution.dates().size());
  }

  @Test
  void theProjectsRollMovesComputedDatesOnly() {
    Close close =
        new Close()
            .with(
                Close.task("computed", "start + 10 days", null),
                Close.task("typed", "2026-04-04", null),
                Close.task("kept", "start + 10 days even on a day off", null),
                Close.task("own", "start + 10 days or previous business day", null));
    close.options = new DateOptions(false, Roll.NEXT, Severity.ERROR, null, Close.at("procc.yaml"));
    Resolution resolution = close.resolve();
    assertEquals(day("2026-04-06"), Close.due(resolution, "computed"));
    assertEquals(day("2026-04-04"), Close.due(resolution, "typed"));
    assertEquals(day("2026-04-04"), Close.due(resolution, "kept"));
    assertEquals(day("2026-04-02"), Close.due(resolution, "own"));
  }

  @Test
  void rollsInsideTheMonth() {
    Close close =
        new Close()
            .with(
                Close.task("forward", "2026-05-31 or next business day in the month", null),
                Close.task("back", "2026-08-01 or previous business day in the month", null),
                Close.task("inside", "2026-04-04 or next business day in the month", null),
                Close.task("open", "2026-04-06 or previous business day", null));
    close.end = "2026-12-31";
    Resolution resolution = close.resolve();
    assertEquals(day("2026-05-29"), Close.due(resolution, "forward"));
    assertEquals(day("2026-08-03"), Close.due(resolution, "back"));
    assertEquals(day("2026-04-06"), Close.due(resolution, "inside"));
    assertEquals(day("2026-04-06"), Close.due(resolution, "open"));
  }

  @Test
  void calendarStepsAndPlaces() {
    String[][] cases = {
      {"2026-01-31 + 1m", "2026-02-28"},
      {"2026-01-31 + 1q", "2026-04-30"},
      {"2024-02-29 + 1y", "2025-02-28"},
      {"2026-03-31 - 1m", "2026-02-28"},
      {"2026-03-31 - 2w", "2026-03-17"},
      {"first day of period", "2026-03-01"},
      {"last friday of period", "2026-03-27"},
      {"first monday of month after period", "2026-04-06"},
      {"last day of month before period", "2026-02-28"},
      {"first day of quarter after period", "2026-04-01"},
      {"last day of quarter before period", "2025-12-31"},
      {"10th day of year", "2026-01-10"},
      {"2nd last day of next year", "2027-12-30"},
      {"first business day of previous quarter", "2025-10-01"},
      {"5th business day of 2026-04", "2026-04-08"},
      {"last sunday of month of 2026-02-10", "2026-02-22"},
      {"first day of quarter of (2026-02-10 + 1q)", "2026-04-01"},
      {"last saturday of 2026", "2026-12-26"},
      {"earliest(2026-04-10, WD3, start + 100d)", "2026-04-06"},
      {"latest(2026-04-10, WD3)", "2026-04-10"},
      {"clamp(2026-04-10, WD1, WD3)", "2026-04-06"},
      {"clamp(2026-03-26, WD1, WD3)", "2026-04-01"},
      {"clamp(2026-04-02, WD1, WD3)", "2026-04-02"},
    };
    for (String[] one : cases) {
      Close close = new Close();
      close.due = one[0];
      Resolution resolution = close.resolve();
      assertEquals(List.of(), resolution.diagnostics(), one[0]);
      assertEquals(day(one[1]), Close.due(resolution, ""), one[0]);
      List<DerivationStep> steps = resolution.date(Close.ID, DateResolver.DUE).derivation().steps();
      assertEquals(day(one[1]), steps.getLast().date());
    }
  }

  @Test
  void daysThatAreNotInTheSpan() {
    for (String text :
        List.of(
            "5th friday of 2026-04",
            "31st day of 2026-04",
            "31st last day of 2026-04",
            "6th last monday of 2026-04",
            "23rd business day of 2026-04",
            "23rd last business day of 2026-04")) {
      Diagnostic found = only(one(text));
      assertEquals("PC221", found.code().id());
      assertEquals(1, found.fixes().size(), text);
    }
    assertEquals(
        "2026-04 (2026-04-01..2026-04-30) has no 5th friday",
        only(one("5th friday of 2026-04")).message());
    assertEquals("the last one is Fri 2026-04-24", only(one("5th friday of 2026-04")).hint());
    assertEquals("PC214", only(one("last day of FY2026")).code().id());
  }

  // ---- where dates come from

  @Test
  void originsShareWhatDatesRestOn() {
    Close close =
        new Close()
            .with(
                Close.task("a", "WD2", null),
                Close.task("b", "task(a).due + 1bd", null),
                Close.task("c", "2026-04-09", null));
    Resolution resolution = close.resolve();
    Origin a = resolution.date(Close.ID + "/a", DateResolver.DUE).origin();
    Origin b = resolution.date(Close.ID + "/b", DateResolver.DUE).origin();
    Origin c = resolution.date(Close.ID + "/c", DateResolver.DUE).origin();
    assertEquals("b:dueDate", b.span().file().path());
    assertTrue(b.from().contains(a));
    assertTrue(b.from().contains(close.calendar.origin()));
    assertTrue(a.from().contains(close.period.origin()));
    assertEquals(List.of(), c.from());
    assertEquals(
        List.of("b:dueDate", "a:dueDate", "us.calendar.yaml", "period.yaml"),
        b.spans().stream().map(s -> s.file().path()).toList());
  }

  @Test
  void theStepsOfADateTellEachDay() {
    Derivation told = one("WD3").date(Close.ID + "/x", DateResolver.DUE).derivation();
    assertEquals("WD3", told.canonical());
    assertEquals(OptionalInt.of(8), told.businessDay());
    assertEquals(2, told.steps().size());
    DerivationStep.From from = (DerivationStep.From) told.steps().get(0);
    assertEquals("period 2026-03 ends", from.words());
    assertEquals(day("2026-03-31"), from.date());
    assertEquals("2026-03", from.origin().span().text());
    DerivationStep.Count count = (DerivationStep.Count) told.steps().get(1);
    assertEquals("WD3 = 3rd business day after the period", count.words());
    StringBuilder lines = new StringBuilder();
    for (DerivationStep.DayLine line : count.days()) {
      Span source = line.source();
      lines
          .append(DayText.of(line.date()))
          .append(line.off() ? " off, " + line.reason().words() : " " + line.number())
          .append(' ')
          .append(source == null ? "" : source.line())
          .append('\n');
    }
    assertEquals(
        """
        Wed 2026-04-01 1 us.calendar.yaml:1
        Thu 2026-04-02 2 us.calendar.yaml:1
        Fri 2026-04-03 off, Good Friday us.calendar.yaml:2
        Sat 2026-04-04 off, weekend us.calendar.yaml:1
        Sun 2026-04-05 off, weekend us.calendar.yaml:1
        Mon 2026-04-06 3 us.calendar.yaml:1
        """,
        lines.toString());
  }

  @Test
  void stepsOfChoicesRollsAndReferences() {
    Close close =
        new Close()
            .with(
                Close.task("a", "WD2", "dueDate + 3d"),
                Close.task(
                    "b", "earliest(task(a).done + 2w, start + 10 days) or next business day", null),
                Close.task("c", "WD8 - 1bd", null),
                Close.task("d", "last business day of 2026-05", null));
    Resolution resolution = close.resolve();
    List<DerivationStep> steps =
        resolution.date(Close.ID + "/b", DateResolver.DUE).derivation().steps();
    DerivationStep.Choose choice = (DerivationStep.Choose) steps.get(0);
    assertEquals(1, choice.chosen());
    DerivationStep.From done = (DerivationStep.From) choice.candidates().get(0).steps().get(0);
    assertEquals(Close.ID + "/a:approverDueDate", done.field().toString());
    DerivationStep.Move move = (DerivationStep.Move) choice.candidates().get(1).steps().get(1);
    assertEquals("10 days later", move.words());
    DerivationStep.Rolled rolled = (DerivationStep.Rolled) steps.get(1);
    assertEquals(2, rolled.days().size());
    assertEquals(day("2026-04-06"), rolled.date());
    List<DerivationStep> back =
        resolution.date(Close.ID + "/c", DateResolver.DUE).derivation().steps();
    DerivationStep.Count up = (DerivationStep.Count) back.get(1);
    assertEquals("extra workday", up.days().getLast().reason().words());
    assertEquals("us.calendar.yaml:4", up.days().getLast().source().line());
    assertEquals("1 business day before", back.get(2).words());
  }

  @Test
  void theFindingOfABrokenTextPointsAtIt() {
    Diagnostic found = only(one("WD1 + 3 dyas"));
    assertEquals("dyas", found.span().text());
    assertEquals(Close.ID + "/x:dueDate", found.address());
    assertNotNull(found.hint());
  }
}
