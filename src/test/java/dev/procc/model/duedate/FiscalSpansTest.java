package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.syntax.Roll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spans next to and around the periods of a fiscal year of whole weeks: 4-4-5, ending on the
/// Saturday nearest to the end of December, 2026-01-03 for FY2025.
class FiscalSpansTest {
  private static final FiscalRule WEEKS =
      new FiscalRule.Weeks(
          new FiscalRule.YearEnd(DayOfWeek.SATURDAY, true, 12),
          FiscalRule.WeekPattern.P445,
          0,
          true);
  private static final FiscalRule JULY = new FiscalRule.Months(7, true);

  private static DateResolution resolve(
      @Nullable SourcedPeriod period, @Nullable FiscalRule rule, String due) {
    DateTreeFixture close = new DateTreeFixture();
    close.calendar =
        DateTreeFixture.calendar(
            BusinessCalendar.of("plain", Weekdays.MON_FRI, List.of(), List.of()));
    close.options = new DateOptions(false, Roll.UNSPECIFIED, Severity.WARNING, rule, null);
    close.period = period;
    close.start = "2023-01-01";
    close.end = "2027-12-31";
    close.due = null;
    return close.with(DateTreeFixture.task("x", due, null)).resolve();
  }

  private static DateResolution resolve(String key, String due) {
    return resolve(DateTreeFixture.period(key, WEEKS), WEEKS, due);
  }

  private static void is(String date, DateResolution resolution) {
    assertEquals(List.of(), resolution.findings());
    assertEquals(LocalDate.parse(date), DateTreeFixture.due(resolution, "x"));
  }

  /// By the weeks: FY2025 has 53; P12 is 2025-11-23..2026-01-03, Q4 2025-09-28..2026-01-03.
  @ParameterizedTest
  @CsvSource({
    "FY2025-P12, last business day of period, 2026-01-02",
    "FY2025-P12, first business day of next period, 2026-01-05",
    "FY2025-P12, last business day of the next period, 2026-01-30",
    "FY2025-P12, last business day of previous period, 2025-11-21",
    "FY2025-P12, 5th business day of next period, 2026-01-09",
    "FY2026-P01, last day of previous period, 2026-01-03",
    "FY2026-P01, last day of next period, 2026-02-28",
    "FY2025-P12, last business day of quarter, 2026-01-02",
    "FY2025-P12, first day of quarter, 2025-09-28",
    "FY2025-P12, last day of next quarter, 2026-04-04",
    "FY2025-P12, last day of quarter after period, 2026-04-04",
    "FY2025-P12, last day of quarter before period, 2025-09-27",
    "FY2025-P12, last day of previous quarter, 2025-09-27",
    "FY2025-P12, first day of year, 2024-12-29",
    "FY2025-P12, last day of year, 2026-01-03",
    "FY2025-P12, first day of next year, 2026-01-04",
    "FY2025-P12, last day of previous year, 2024-12-28",
    "FY2025-Q4, last day of next period, 2026-04-04",
    "FY2025-Q1, last day of previous period, 2024-12-28",
    "FY2025, last day of next period, 2027-01-02",
    "FY2025, first day of previous period, 2023-12-31",
    "FY2025-P12, last day of quarter of 2025-10-04, 2026-01-03",
    "FY2025-P12, last day of quarter of 2025-09-27, 2025-09-27",
    "FY2025-P12, last business day of next month of period.end, 2026-02-27",
  })
  void ofWeeks(String key, String due, String date) {
    is(date, resolve(key, due));
  }

  @ParameterizedTest
  @CsvSource({
    "FY2026-P03, last day of quarter, 2025-09-30",
    "FY2026-P03, last day of year, 2026-06-30",
    "FY2026-P03, last day of month after period, 2025-10-31",
    "FY2026-P12, first day of next period, 2026-07-01",
    "FY2026-P12, last day of next quarter, 2026-09-30",
  })
  void ofMonths(String key, String due, String date) {
    is(date, resolve(DateTreeFixture.period(key, JULY), JULY, due));
  }

  /// The same in a project with a fiscal year.
  @ParameterizedTest
  @CsvSource({
    "2024-Q4, last day of next period, 2025-03-31",
    "2024-Q4, first day of previous period, 2024-07-01",
    "2026-03, last day of next period, 2026-04-30",
    "2026-01, first day of previous period, 2025-12-01",
    "2025, last day of next period, 2026-12-31",
    "2024-Q4, last day of quarter, 2024-12-31",
    "2024-Q4, last day of year, 2024-12-31",
  })
  void ofCalendarPeriods(String key, String due, String date) {
    is(date, resolve(DateTreeFixture.period(key, null), JULY, due));
  }

  /// A written end that is some days later, or earlier, once moved the spans around the period by a
  /// whole one.
  @ParameterizedTest
  @CsvSource({
    "2024-12, 2025-01-03, last business day of month after period, 2025-01-31",
    "2024-12, 2025-01-03, last business day of month, 2024-12-31",
    "2024-12, 2025-01-03, last business day of next month, 2025-01-31",
    "2024-12, 2025-01-03, last business day of month of period.end, 2025-01-31",
    "2024-12, 2024-12-28, last business day of month after period, 2025-01-31",
    "2024-Q4, 2025-01-03, last business day of quarter, 2024-12-31",
    "2024-Q4, 2025-01-03, last business day of quarter after period, 2025-03-31",
    "2024-Q4, 2025-01-03, last business day of year, 2024-12-31",
    "2024-Q4, 2025-01-03, last business day of period, 2025-01-03",
    "2024-Q4, 2025-01-03, first business day of next period, 2025-01-06",
    "FY2025-Q4, 2026-01-06, last business day of quarter, 2026-01-02",
    "FY2025-Q4, 2026-01-06, last business day of quarter after period, 2026-04-03",
    "FY2025-Q4, 2026-01-06, last business day of year, 2026-01-02",
    "FY2025-Q4, 2025-12-24, last business day of next year, 2027-01-01",
  })
  void aWrittenEndMovesNoSpanAroundThePeriod(String key, String end, String due, String date) {
    SourcedPeriod named = DateTreeFixture.period(key, WEEKS);
    Period period = named.period();
    SourcedPeriod moved = new SourcedPeriod(withEnd(period, end), named.origin());
    is(date, resolve(moved, WEEKS, due));
  }

  @Test
  void theMonthBeforeIsThatOfTheKeyToo() {
    SourcedPeriod named = DateTreeFixture.period("2024-Q4", null);
    Period early = named.period().startingAt(LocalDate.parse("2024-09-28"));
    SourcedPeriod moved = new SourcedPeriod(early, named.origin());
    is("2024-09-30", resolve(moved, null, "last business day of month before period"));
  }

  /// The derivation says which end is meant, and no suggestion claims to keep the day that does
  /// not.
  @Test
  void aWrittenEndIsToldFromThatOfTheKey() {
    SourcedPeriod named = DateTreeFixture.period("2024-12", null);
    SourcedPeriod moved = new SourcedPeriod(withEnd(named.period(), "2025-01-03"), named.origin());
    DateResolution due = resolve(moved, null, "last business day of quarter");
    assertEquals(
        "period 2024-12 ends by its key", DateTreeFixture.steps(due, "x").getFirst().description());
    Finding inPeriod = resolve(moved, null, "5th business day of month").findings().getFirst();
    assertEquals("PC223", inPeriod.code().id());
    assertEquals("write 5th business day of month after period", inPeriod.hint());
    assertEquals(1, inPeriod.fixes().size());
  }

  private static Period withEnd(Period of, String end) {
    return new Period(
        of.key(),
        of.label(),
        of.start(),
        LocalDate.parse(end),
        of.year(),
        of.quarter(),
        of.month());
  }

  /// The project has a fiscal year, and the period does not differ from it.
  @Test
  void withoutAPeriodTheProjectSays() {
    is("2026-06-30", resolve(null, JULY, "last day of year of 2025-08-15"));
    is("2025-12-31", resolve(null, null, "last day of year of 2025-08-15"));
  }

  @Test
  void aWrittenEndMovesTheNextStart() {
    Period late =
        new Period(
            "2026-03", "March", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 3), 2026, 1, 4);
    is("2026-04-04", resolve(new SourcedPeriod(late, null), null, "first day of next period"));
    Period whole =
        new Period(
            "2026-03", "March", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 3), 2026, 1, 5);
    DateResolution none = resolve(new SourcedPeriod(whole, null), null, "last day of next period");
    assertEquals("PC214", DateTreeFixture.only(none).code().id());
  }

  @Test
  void aKeyThatNamesNoPeriodHasNoNext() {
    Period own =
        new Period(
            "audit", "Audit", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 3), 2026, 1, 4);
    DateResolution none = resolve(new SourcedPeriod(own, null), WEEKS, "last day of next period");
    Finding finding = DateTreeFixture.only(none);
    assertEquals(
        "\"last day of next period\" has no date: nothing says which period is after audit",
        finding.message());
    assertNull(DateTreeFixture.due(none, "x"));
  }

  /// `last business day of month after period` of a 4-4-5 close that ends on 2026-01-03.
  @ParameterizedTest
  @CsvSource({
    "last business day of month after period, 2026-02-27, last business day of next period,"
        + " 2026-01-30, last business day of next month of period.end",
    "5th business day of month, 2026-01-07, 5th business day of period, 2025-11-28,"
        + " 5th business day of month of period.end",
    "last business day of next month, 2026-02-27, last business day of next period, 2026-01-30,"
        + " last business day of next month of period.end",
    "first day of month before period, 2025-10-01, first day of previous period, 2025-10-26,"
        + " first day of previous month of period.start",
  })
  void aMonthBesideAFiscalPeriodIsReported(
      String due, String date, String meant, String other, String kept) {
    DateResolution resolution = resolve("FY2025-P12", due);
    Finding finding = DateTreeFixture.only(resolution);
    assertEquals("PC223", finding.code().id());
    assertTrue(finding.message().contains(date) && finding.message().contains(other));
    assertEquals(List.of(meant, kept), DateTreeFixture.fixes(finding));
    assertEquals(LocalDate.parse(date), DateTreeFixture.due(resolution, "x"));
    is(date, resolve("FY2025-P12", kept));
    is(other, resolve("FY2025-P12", meant));
  }
}
