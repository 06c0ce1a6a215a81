package dev.procc.model.duedate;

import static dev.procc.model.duedate.Close.day;
import static dev.procc.model.duedate.Close.one;
import static dev.procc.model.duedate.Close.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// BDn and WDn, and counting where nobody knows the days.
class NumbersTest {
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

  @Test
  void theFirstDayOfEachKindIsOne() {
    Close close = new Close().with(Close.task("x", "WD1", null));
    Resolution resolution = close.resolve();
    ResolvedDate start = resolution.date(Close.ID, "businessStartDate");
    assertEquals(OptionalInt.of(1), start.businessDay());
    assertEquals(OptionalInt.of(-5), start.workday());
    assertEquals(OptionalInt.of(1), resolution.date(Close.ID + "/x", DateResolver.DUE).workday());
    close.options = new DateOptions(true, Roll.UNSAID, Severity.ERROR, null, null);
    resolution = close.resolve();
    assertEquals(OptionalInt.of(1), resolution.date(Close.ID + "/x", DateResolver.DUE).workday());
    assertEquals(OptionalInt.of(-4), resolution.date(Close.ID, "businessStartDate").workday());
  }

  @Test
  void withoutPeriodOrScheduleADateHasNoNumber() {
    Close close = new Close().with(Close.task("x", "2026-04-06", null));
    close.period = null;
    close.start = null;
    close.end = null;
    close.due = null;
    ResolvedDate date = close.resolve().date(Close.ID + "/x", DateResolver.DUE);
    assertEquals(OptionalInt.empty(), date.businessDay());
    assertEquals(OptionalInt.empty(), date.workday());
  }

  @Test
  void workivasNumberOffersTheSameDayWhereItHasANumber() {
    assertEquals(List.of("WD8", "WD3"), Close.fixes(only(one("BD8"))));
    // BD5 is 31 March: WD-1, or WD0 with day zero.
    assertEquals(List.of("WD5", "WD-1"), Close.fixes(only(one("BD5"))));
    Close close = new Close().with(Close.task("x", "BD5", null));
    close.options = new DateOptions(true, Roll.UNSAID, Severity.ERROR, null, null);
    assertEquals(List.of("WD5", "WD0"), Close.fixes(only(close.resolve())));
    close.start = "2026-04-01";
    assertEquals(List.of("WD5"), Close.fixes(only(close.resolve())));
  }

  @Test
  void numbersWithoutTheirAnchorAreNoDates() {
    Close close = new Close();
    close.start = null;
    close.end = null;
    close.period = null;
    close.due = null;
    String[][] cases = {
      {"BD3", "\"BD3\" has no date: the process has no businessStartDate"},
      {"end", "\"end\" has no date: the process has no businessEndDate"},
      {"WD3", "\"WD3\" has no date: the process has no period"},
      {"period.end + 1d", "\"period.end\" has no date: the process has no period"},
      {"period.start", "\"period.start\" has no date: the process has no period"},
      {
        "last day of month",
        "\"last day of month\" has no date: there is no period and no businessStartDate"
      },
    };
    for (String[] one : cases) {
      close.children.clear();
      Resolution resolution = close.with(Close.task("x", one[0], null)).resolve();
      assertEquals("PC214", only(resolution).code().id());
      assertEquals(one[1], only(resolution).message());
      assertNull(Close.due(resolution, "x"));
    }
  }

  @Test
  void whatCannotBeCountedIsNoDate() {
    Resolution beyond = one("2199-12-01 + 9999bd");
    assertEquals(
        "\"2199-12-01 + 9999bd\" counts beyond the years that are known, 1970 to 2199",
        only(beyond).message());
    assertNull(Close.due(beyond, "x"));
    Resolution years = one("2199-12-01 + 1m");
    assertEquals(
        "\"2199-12-01 + 1m\" is out of range: dates go from 1970 to 2199", only(years).message());
    assertNull(Close.due(years, "x"));
    Close late = new Close();
    late.start = "2199-12-01";
    late.end = "2199-12-31";
    late.due = null;
    late.period = null;
    Resolution resolution = late.with(Close.task("x", "BD99", null)).resolve();
    assertEquals("PC212", only(resolution).code().id());
    assertNull(Close.due(resolution, "x"));
    Close none = new Close();
    none.due = null;
    none.calendar =
        SourcedCalendar.builtIn(BusinessCalendar.of("none", Weekdays.NONE, List.of(), List.of()));
    for (String text : List.of("WD1", "start + 1bd", "start or next business day", "BD1")) {
      none.children.clear();
      resolution = none.with(Close.task("x", text, null)).resolve();
      assertEquals("PC213", only(resolution).code().id(), text);
      assertNull(Close.due(resolution, "x"));
    }
  }

  @Test
  void aGapIsReportedWhereDaysAreLookedAt() {
    Close close = new Close();
    close.end = "2026-12-31";
    close.due = null;
    close.calendar =
        SourcedCalendar.builtIn(
            BusinessCalendar.of(
                "us",
                Weekdays.MON_FRI,
                List.of(),
                List.of(),
                List.of(),
                new DayRange(day("2026-04-02"), day("2026-04-30"))));
    String[][] cases = {
      {"last business day of 2026-04", "Wed 2026-04-01"},
      {"first business day of 2026-05", "Fri 2026-05-01"},
      {"2026-05-02 or previous business day", "Fri 2026-05-01"},
      {"2026-05-02 or next business day", "Sun 2026-05-03"},
      {"2026-04-30 + 1bd", "Fri 2026-05-01"},
      {"2026-04-02 - 1bd", "Wed 2026-04-01"},
      {"2026-04-01 + 0bd", "Wed 2026-04-01"},
      {"first day of 2026-05", null},
      {"2026-04-01 + 1bd", null},
      {"2026-04-04 or previous business day", null},
    };
    for (String[] one : cases) {
      close.children.clear();
      Resolution resolution = close.with(Close.task("x", one[0], null)).resolve();
      assertEquals(one[1] == null ? List.of() : List.of("PC206"), Close.ids(resolution), one[0]);
      if (one[1] != null) {
        assertTrue(only(resolution).message().contains(one[1]), only(resolution).message());
      }
    }
  }
}
