package dev.procc.model.duedate;

import static dev.procc.model.duedate.DateTreeFixture.day;
import static dev.procc.model.duedate.DateTreeFixture.only;
import static dev.procc.model.duedate.DateTreeFixture.resolveDue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.Roll;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// BDn and WDn, and counting if the calendar is unknown.
class BusinessDayNumbersTest {
  @Test
  void workivasNumberInAPeriodShowsBothDates() {
    DateResolution resolution = resolveDue("BD8");
    Finding found = only(resolution);
    assertEquals("PC223", found.code().id());
    assertEquals(
        "BD8 is Mon 2026-04-06, business day 8 of the schedule as Workiva counts it; "
            + "WD8 after the period is Sat 2026-04-11",
        found.message());
    assertEquals("WD8", found.fixes().get(0).edits().get(0).replacement());
    assertEquals("WD3", found.fixes().get(1).edits().get(0).replacement());
    DateTreeFixture close = new DateTreeFixture();
    close.period = null;
    close.due = null;
    assertEquals(
        List.of(), close.with(DateTreeFixture.task("x", "BD8", null)).resolve().findings());
  }

  @Test
  void bothNumbersOfADate() {
    ResolvedDate date =
        resolveDue("WD3").date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName());
    assertEquals(OptionalInt.of(8), date.businessDay());
    assertEquals(OptionalInt.of(3), date.workday());
    ResolvedDate off =
        resolveDue("2026-04-04").date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName());
    assertEquals(OptionalInt.empty(), off.businessDay());
    assertEquals(OptionalInt.empty(), off.workday());
    ResolvedDate last =
        resolveDue("WD-1").date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName());
    assertEquals(OptionalInt.of(-1), last.workday());
    DateTreeFixture close =
        new DateTreeFixture()
            .with(DateTreeFixture.task("x", "WD0", null), DateTreeFixture.task("y", "WD-3", null));
    close.options =
        new DateOptions(
            true, Roll.UNSPECIFIED, Severity.ERROR, null, DateTreeFixture.at("procc.yaml"));
    DateResolution resolution = close.resolve();
    ResolvedDate zero = resolution.date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName());
    assertEquals(OptionalInt.of(0), zero.workday());
    assertEquals(
        OptionalInt.of(-3),
        resolution.date(DateTreeFixture.ID + "/y", FieldRole.DUE_DATE.fieldName()).workday());
    assertTrue(zero.origin().spans().stream().anyMatch(s -> s.file().path().equals("procc.yaml")));
  }

  @Test
  void countsBeyondTheYearsAndCalendarsWithoutDays() {
    assertEquals("PC212", only(resolveDue("2199-12-01 + 9999bd")).code().id());
    assertEquals("PC206", only(resolveDue("2199-12-01 + 9999y")).code().id());
    assertEquals("PC206", only(resolveDue("1970-01-01 - 1d")).code().id());
    DateTreeFixture close = new DateTreeFixture();
    close.calendar =
        DateTreeFixture.calendar(BusinessCalendar.of("none", Weekdays.NONE, List.of(), List.of()));
    close.due = "WD1";
    Finding found = only(close.resolve());
    assertEquals("PC213", found.code().id());
    assertTrue(found.message().startsWith("\"none\" has no business day"), found.message());
  }

  @Test
  void countsThroughDaysThatNobodyLookedUp() {
    DateTreeFixture close = new DateTreeFixture();
    close.calendar =
        DateTreeFixture.calendar(
            BusinessCalendar.of(
                "us",
                Weekdays.MON_FRI,
                List.of(),
                List.of(),
                List.of(),
                new DayRange(day("2026-04-01"), day("2026-04-10"))));
    close.with(
        DateTreeFixture.task("ok", "WD1", "2026-04-10"),
        DateTreeFixture.task("after", "WD9", null),
        DateTreeFixture.task("before", "WD-1", null),
        DateTreeFixture.task("typed", "2026-04-29", null));
    DateResolution resolution = close.resolve();
    assertEquals(List.of("PC206", "PC206", "PC206"), DateTreeFixture.ids(resolution));
    assertEquals(day("2026-04-13"), DateTreeFixture.due(resolution, "after"));
    assertEquals(
        "\"WD9\" counts Mon 2026-04-13, but us covers 2026-04-01..2026-04-10",
        resolution.findings().get(1).message());
  }

  @Test
  void aNodeCountsByItsOwnCalendar() {
    BusinessCalendar madrid =
        BusinessCalendar.of(
            "es", Weekdays.MON_FRI, List.of(NamedDay.of(day("2026-04-02"))), List.of());
    DateNode group =
        DateTreeFixture.group(
                "es",
                false,
                null,
                DateTreeFixture.task("es/x", "WD2", null),
                DateTreeFixture.task("es/y", "BD7", null))
            .withCalendar(DateTreeFixture.calendar(madrid));
    DateResolution resolution =
        new DateTreeFixture().with(group, DateTreeFixture.task("us", "WD2", null)).resolve();
    assertEquals(day("2026-04-03"), DateTreeFixture.due(resolution, "es/x"));
    assertEquals(day("2026-04-02"), DateTreeFixture.due(resolution, "us"));
    assertEquals(day("2026-04-02"), DateTreeFixture.due(resolution, "es/y"));
  }

  @Test
  void theFirstDayOfEachKindIsOne() {
    DateTreeFixture close = new DateTreeFixture().with(DateTreeFixture.task("x", "WD1", null));
    DateResolution resolution = close.resolve();
    ResolvedDate start = resolution.date(DateTreeFixture.ID, "businessStartDate");
    assertEquals(OptionalInt.of(1), start.businessDay());
    assertEquals(OptionalInt.of(-5), start.workday());
    assertEquals(
        OptionalInt.of(1),
        resolution.date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName()).workday());
    close.options = new DateOptions(true, Roll.UNSPECIFIED, Severity.ERROR, null, null);
    resolution = close.resolve();
    assertEquals(
        OptionalInt.of(1),
        resolution.date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName()).workday());
    assertEquals(
        OptionalInt.of(-4), resolution.date(DateTreeFixture.ID, "businessStartDate").workday());
  }

  @Test
  void withoutPeriodOrScheduleADateHasNoNumber() {
    DateTreeFixture close =
        new DateTreeFixture().with(DateTreeFixture.task("x", "2026-04-06", null));
    close.period = null;
    close.start = null;
    close.end = null;
    close.due = null;
    ResolvedDate date =
        close.resolve().date(DateTreeFixture.ID + "/x", FieldRole.DUE_DATE.fieldName());
    assertEquals(OptionalInt.empty(), date.businessDay());
    assertEquals(OptionalInt.empty(), date.workday());
  }

  @Test
  void workivasNumberOffersTheSameDayWhereItHasANumber() {
    assertEquals(List.of("WD8", "WD3"), DateTreeFixture.fixes(only(resolveDue("BD8"))));
    // BD5 is 31 March: WD-1, or WD0 with day zero.
    assertEquals(List.of("WD5", "WD-1"), DateTreeFixture.fixes(only(resolveDue("BD5"))));
    DateTreeFixture close = new DateTreeFixture().with(DateTreeFixture.task("x", "BD5", null));
    close.options = new DateOptions(true, Roll.UNSPECIFIED, Severity.ERROR, null, null);
    assertEquals(List.of("WD5", "WD0"), DateTreeFixture.fixes(only(close.resolve())));
    close.start = "2026-04-01";
    assertEquals(List.of("WD5"), DateTreeFixture.fixes(only(close.resolve())));
  }

  @Test
  void numbersWithoutTheirAnchorAreNoDates() {
    DateTreeFixture close = new DateTreeFixture();
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
      DateResolution resolution = close.with(DateTreeFixture.task("x", one[0], null)).resolve();
      assertEquals("PC214", only(resolution).code().id());
      assertEquals(one[1], only(resolution).message());
      assertNull(DateTreeFixture.due(resolution, "x"));
    }
  }

  @Test
  void whatCannotBeCountedIsNoDate() {
    DateResolution beyond = resolveDue("2199-12-01 + 9999bd");
    assertEquals(
        "\"2199-12-01 + 9999bd\" counts beyond the years that are known, 1970 to 2199",
        only(beyond).message());
    assertNull(DateTreeFixture.due(beyond, "x"));
    DateResolution years = resolveDue("2199-12-01 + 1m");
    assertEquals(
        "\"2199-12-01 + 1m\" is out of range: dates go from 1970 to 2199", only(years).message());
    assertNull(DateTreeFixture.due(years, "x"));
    DateTreeFixture late = new DateTreeFixture();
    late.start = "2199-12-01";
    late.end = "2199-12-31";
    late.due = null;
    late.period = null;
    DateResolution resolution = late.with(DateTreeFixture.task("x", "BD99", null)).resolve();
    assertEquals("PC212", only(resolution).code().id());
    assertNull(DateTreeFixture.due(resolution, "x"));
    DateTreeFixture none = new DateTreeFixture();
    none.due = null;
    none.calendar =
        DateTreeFixture.calendar(BusinessCalendar.of("none", Weekdays.NONE, List.of(), List.of()));
    for (String text : List.of("WD1", "start + 1bd", "start or next business day", "BD1")) {
      none.children.clear();
      resolution = none.with(DateTreeFixture.task("x", text, null)).resolve();
      assertEquals("PC213", only(resolution).code().id(), text);
      assertNull(DateTreeFixture.due(resolution, "x"));
    }
  }

  @Test
  void aGapIsReportedWhereDaysAreLookedAt() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = "2026-12-31";
    close.due = null;
    close.calendar = coveredInApril();
    String[][] cases = {
      {"first business day of 2026-04", "Wed 2026-04-01"},
      {"last business day of 2026-04", null},
      {"last business day of 2026-05", "Sun 2026-05-31"},
      {"first business day of 2026-05", "Fri 2026-05-01"},
      {"2026-05-02 or previous business day", "Sat 2026-05-02"},
      {"2026-05-02 or next business day", "Sat 2026-05-02"},
      {"period.end + 31d or next business day", "Fri 2026-05-01"},
      {"2026-05-01 or previous business day", "Fri 2026-05-01"},
      {"2026-05-01 or next business day in the month", "Fri 2026-05-01"},
      {"2026-04-30 + 1bd", "Fri 2026-05-01"},
      {"2026-04-02 - 1bd", "Wed 2026-04-01"},
      {"2026-04-01 + 0bd", "Wed 2026-04-01"},
      {"2026-05-02 - 0bd", "Sat 2026-05-02"},
      {"first day of 2026-05", null},
      {"first monday of 2026-05", null},
      {"2026-04-01 + 1bd", null},
      {"2026-04-04 or previous business day", null},
    };
    for (String[] one : cases) {
      close.children.clear();
      DateResolution resolution = close.with(DateTreeFixture.task("x", one[0], null)).resolve();
      assertEquals(
          one[1] == null ? List.of() : List.of("PC206"), DateTreeFixture.ids(resolution), one[0]);
      if (one[1] != null) {
        assertTrue(only(resolution).message().contains(one[1]), only(resolution).message());
      }
    }
  }

  @Test
  void aProjectsRollLooksAtWhatIsCoveredToo() {
    DateTreeFixture close = new DateTreeFixture();
    close.end = "2026-12-31";
    close.due = null;
    close.options = new DateOptions(false, Roll.NEXT, Severity.ERROR, null, null);
    close.calendar = coveredInApril();
    DateResolution resolution =
        close.with(DateTreeFixture.task("x", "period.end + 48 days", null)).resolve();
    assertEquals("PC206", only(resolution).code().id());
    assertTrue(only(resolution).message().contains("Mon 2026-05-18"), only(resolution).message());
  }

  @Test
  void daysCountedWithoutACalendarAreSaidOnceAProcess() {
    DateTreeFixture close = new DateTreeFixture();
    close.calendar = SourcedCalendar.builtIn();
    close.due = null;
    DateResolution resolution =
        close
            .with(
                DateTreeFixture.task("typed", "2026-04-01", null),
                DateTreeFixture.task("moved", "start + 3 days", null),
                DateTreeFixture.task("x", "WD1", "dueDate + 1bd"),
                DateTreeFixture.task("y", "2026-04-04 or next business day", null))
            .resolve();
    Finding found = only(resolution);
    assertEquals("PC226", found.code().id());
    assertTrue(found.message().startsWith("\"WD1\" counts Monday to Friday"), found.message());
    assertTrue(
        String.valueOf(found.hint()).endsWith("as well: dueDate + 1bd, 2026-04-04"), found.hint());
    close.children.clear();
    close.with(DateTreeFixture.task("moved", "start + 3 days", null));
    assertEquals(List.of(), DateTreeFixture.ids(close.resolve()));
  }

  private static SourcedCalendar coveredInApril() {
    return DateTreeFixture.calendar(
        BusinessCalendar.of(
            "us",
            Weekdays.MON_FRI,
            List.of(),
            List.of(),
            List.of(),
            new DayRange(day("2026-04-02"), day("2026-04-30"))));
  }
}
