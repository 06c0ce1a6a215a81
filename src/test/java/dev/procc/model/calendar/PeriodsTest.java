package dev.procc.model.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
  private static final FiscalRule JULY = new FiscalRule.Months(7, true);
  private static final FiscalRule NRF =
      new FiscalRule.Weeks(
          new FiscalRule.YearEnd(DayOfWeek.SATURDAY, true, 1),
          FiscalRule.WeekPattern.P454,
          0,
          false);
  private static final FiscalRule WEEKS =
      new FiscalRule.Weeks(
          new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12),
          FiscalRule.WeekPattern.P445,
          0,
          true);

  private static DayRange range(String text) {
    int dots = text.indexOf("..");
    return new DayRange(
        LocalDate.parse(text.substring(0, dots)), LocalDate.parse(text.substring(dots + 2)));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-Q4, Q4 2024, 2024-10-01..2024-12-31, 2024, 4, 12",
    "2026-q1, Q1 2026, 2026-01-01..2026-03-31, 2026, 1, 3",
    "2026-03, March 2026, 2026-03-01..2026-03-31, 2026, 1, 3",
    "2024-02, February 2024, 2024-02-01..2024-02-29, 2024, 1, 2",
    "2019-01, January 2019, 2019-01-01..2019-01-31, 2019, 1, 1",
    "2029-09, September 2029, 2029-09-01..2029-09-30, 2029, 3, 9",
    "2026-12, December 2026, 2026-12-01..2026-12-31, 2026, 4, 12",
    "2026-04, April 2026, 2026-04-01..2026-04-30, 2026, 2, 4",
    "2026, 2026, 2026-01-01..2026-12-31, 2026, 4, 12",
    "FY2027, FY2027, 2026-07-01..2027-06-30, 2027, 4, 6",
    "fy2027-p1, P1 FY2027, 2026-07-01..2026-07-31, 2027, 1, 7",
    "FY2027-P12, P12 FY2027, 2027-06-01..2027-06-30, 2027, 4, 6",
    "FY2027-Q3, Q3 FY2027, 2027-01-01..2027-03-31, 2027, 3, 3",
  })
  void periodsByKey(String key, String label, String days, int year, int quarter, int month) {
    Period period = Periods.find(key, JULY).period();
    assertNotNull(period);
    assertEquals(
        new Period(key, label, range(days).start(), range(days).end(), year, quarter, month),
        period);
    assertEquals(range(days), period.days());
    assertNull(Periods.find(key, JULY).problem());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-13, a year has 12 months",
    "2026-00, a year has 12 months",
    "2026-Q5, a year has 4 quarters",
    "2026-Q0, a year has 4 quarters",
    "1969-12, out of range",
    "2200, out of range",
    "FY2027-P13, is not a period of",
    "FY2027-P0, is not a period of",
    "FY2027-Q5, is not a period of",
    "FY2027-Q0, is not a period of",
    "FY2300, out of range",
    "2026-3, is not a period",
    "2026-, is not a period",
    "2026-123, is not a period",
    "2026-P1, is not a period",
    "2026-Q12, is not a period",
    "2026-Q, is not a period",
    "FY2026-01, is not a period",
    "FY2026-P, is not a period",
    "FY2026-P123, is not a period",
    "FY26, is not a period",
    "26-01, is not a period",
    "202a, is not a period",
    "2026x01, is not a period",
    "Q4, is not a period",
    "'', is not a period",
    "FY, is not a period",
  })
  void whatIsNoPeriod(String key, String problem) {
    Periods.PeriodLookup found = Periods.find(key, JULY);
    assertNull(found.period());
    assertTrue(found.problem().contains(problem), found.problem());
    assertTrue(found.problem().startsWith("\"" + key + "\""), found.problem());
  }

  @Test
  void aFiscalKeyNeedsTheRule() {
    assertTrue(Periods.find("FY2026", null).problem().contains("needs the project's fiscal year"));
    assertNull(Periods.find("2026", null).problem());
    assertTrue(Periods.isKey("FY2026-P99"));
    for (String wrong :
        List.of("2026-4", "FY2026-P", "2026-Q", "2026-1/", "2026-1:", "202:", "/026", "2026/01")) {
      assertFalse(Periods.isKey(wrong), wrong);
    }
    assertEquals("FY2026-P03", Periods.canonical("fy2026-p3"));
    assertEquals("2026-Q1", Periods.canonical("2026-q1"));
    assertEquals("2026-11", Periods.canonical("2026-11"));
    assertNull(Periods.canonical("2026-Q"));
  }

  @Test
  void theNextPeriodIsOfTheSameCut() {
    assertEquals("2025-Q1", Periods.next("2024-Q4", null));
    assertEquals("2024-Q4", Periods.next("2024-Q3", null));
    assertEquals("2025-01", Periods.next("2024-12", null));
    assertEquals("2024-10", Periods.next("2024-09", null));
    assertEquals("2025", Periods.next("2024", null));
    assertEquals("FY2025", Periods.next("FY2024", JULY));
    assertEquals("FY2025-Q1", Periods.next("FY2024-Q4", JULY));
    assertEquals("FY2025-P01", Periods.next("FY2024-P12", JULY));
    assertEquals("FY2024-P04", Periods.next("FY2024-P3", JULY));
    assertNull(Periods.next("FY2024-P3", null));
    assertNull(Periods.next("nonsense", JULY));
    assertEquals(
        List.of("2025-Q3", "2025-Q4", "2026-Q1"), Periods.range("2025-Q3", "2026-Q1", null));
    assertEquals(List.of("2025"), Periods.range("2025", "2025", null));
    assertEquals(List.of(), Periods.range("2026-Q1", "2025-Q4", null));
    assertEquals(10_000, Periods.range("1000-01", "1833-04", null).size());
    assertEquals(List.of(), Periods.range("1000-01", "1833-05", null));
    assertEquals(List.of(), Periods.range("2026-Q1", "soon", null));
    assertEquals(List.of(), Periods.range("soon", "2026-Q1", null));
    assertEquals(
        List.of("FY2024-P12", "FY2025-P01"), Periods.range("FY2024-P12", "FY2025-P1", JULY));
  }

  /// Dates published by the National Retail Federation: 4-5-4, named by the year in which the
  /// fiscal year begins.
  @Test
  void retailYears() {
    assertEquals(range("2023-01-29..2024-02-03"), NRF.year(2023));
    assertEquals(range("2024-02-04..2025-02-01"), NRF.year(2024));
    assertEquals(range("2025-02-02..2026-01-31"), NRF.year(2025));
    assertEquals(range("2026-02-01..2027-01-30"), NRF.year(2026));
    assertEquals(range("2023-12-31..2024-02-03"), NRF.period(2023, 12));
    assertEquals(range("2023-01-29..2023-02-25"), NRF.period(2023, 1));
    assertEquals(range("2023-02-26..2023-04-01"), NRF.period(2023, 2));
    assertEquals(range("2023-04-02..2023-04-29"), NRF.period(2023, 3));
    assertNull(NRF.period(2023, 13));
    assertNull(NRF.period(2023, 0));
    assertEquals(12, NRF.periodCount(2023));
  }

  @Test
  void weeksOfEachPattern() {
    for (FiscalRule.WeekPattern pattern : FiscalRule.WeekPattern.values()) {
      FiscalRule rule =
          new FiscalRule.Weeks(
              new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12), pattern, 0, true);
      StringBuilder weeks = new StringBuilder();
      LocalDate next = rule.year(2026).start();
      for (int p = 1; p <= rule.periodCount(2026); p++) {
        DayRange days = rule.period(2026, p);
        assertEquals(next, days.start());
        next = days.end().plusDays(1);
        weeks.append((days.end().toEpochDay() - days.start().toEpochDay() + 1) / 7);
      }
      assertEquals(rule.year(2026).end().plusDays(1), next);
      assertEquals(
          switch (pattern) {
            case P445 -> "445445445445";
            case P454 -> "454454454454";
            case P544 -> "544544544544";
            default -> "4444444444444";
          },
          weeks.toString());
    }
    FiscalRule thirteen =
        new FiscalRule.Weeks(
            new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12),
            FiscalRule.WeekPattern.P13X4,
            0,
            true);
    assertEquals(range("2026-09-06..2026-12-26"), Periods.quarter(thirteen, 2026, 4));
    assertEquals(4, Periods.find("FY2026-P13", thirteen).period().quarter());
    assertEquals("13x4", FiscalRule.WeekPattern.P13X4.text());
  }

  /// Quarters of sixteen and twelve weeks, as restaurants and grocers use them; the first days were
  /// counted by hand from Sunday 2025-12-28.
  @ParameterizedTest
  @CsvSource({
    "FIRST_OF_16, 2026-04-19, 2026-07-12, 2026-10-04",
    "SECOND_OF_16, 2026-03-22, 2026-07-12, 2026-10-04",
    "THIRD_OF_16, 2026-03-22, 2026-06-14, 2026-10-04",
    "FOURTH_OF_16, 2026-03-22, 2026-06-14, 2026-09-06",
    "P13X4, 2026-03-22, 2026-06-14, 2026-09-06",
  })
  void quartersOfSixteenWeeks(
      FiscalRule.WeekPattern pattern, LocalDate second, LocalDate third, LocalDate fourth) {
    FiscalRule rule =
        new FiscalRule.Weeks(
            new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12), pattern, 0, true);
    List<LocalDate> starts = List.of(LocalDate.of(2025, 12, 28), second, third, fourth);
    for (int q = 1; q <= 4; q++) {
      LocalDate end = q == 4 ? LocalDate.of(2026, 12, 26) : starts.get(q).minusDays(1);
      assertEquals(new DayRange(starts.get(q - 1), end), Periods.quarter(rule, 2026, q));
    }
    FiscalRule listed =
        new FiscalRule.ListedPeriods(
            List.of(new FiscalRule.PeriodEnd(2026, 4, LocalDate.of(2026, 4, 11))), rule);
    int quarter = pattern == FiscalRule.WeekPattern.FIRST_OF_16 ? 1 : 2;
    assertEquals(quarter, Periods.find("FY2026-P04", rule).period().quarter());
    assertEquals(quarter, Periods.find("FY2026-P04", listed).period().quarter());
  }

  /// 53 weeks: the last Saturday of December 2023 is the 30th, of 2022 the 31st.
  @Test
  void theLeapWeekGoesWhereItIsSaid() {
    assertEquals(range("2022-12-25..2022-12-31"), lastWeek(0));
    FiscalRule first =
        new FiscalRule.Weeks(
            new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12),
            FiscalRule.WeekPattern.P445,
            3,
            true);
    assertEquals(range("2021-12-26..2022-01-22"), first.period(2022, 1));
    assertEquals(range("2022-02-20..2022-04-02"), first.period(2022, 3));
    assertEquals(range("2021-12-26..2022-04-02"), Periods.quarter(first, 2022, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FiscalRule.Weeks(
                new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12),
                FiscalRule.WeekPattern.P445,
                13,
                true));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FiscalRule.Weeks(
                new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12),
                FiscalRule.WeekPattern.P445,
                -1,
                true));
  }

  private static DayRange lastWeek(int leap) {
    FiscalRule rule =
        new FiscalRule.Weeks(
            new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12),
            FiscalRule.WeekPattern.P445,
            leap,
            true);
    LocalDate end = rule.period(2022, 12).end();
    assertEquals(LocalDate.of(2022, 11, 20), rule.period(2022, 12).start());
    return new DayRange(end.minusDays(6), end);
  }

  @Test
  void yearsNamedByTheirStartOrEnd() {
    FiscalRule byStart = new FiscalRule.Months(7, false);
    assertEquals(range("2026-07-01..2027-06-30"), byStart.year(2026));
    assertEquals(range("2026-01-01..2026-12-31"), new FiscalRule.Months(1, true).year(2026));
    assertEquals(12, byStart.periodCount(2026));
    FiscalRule december =
        new FiscalRule.Weeks(
            new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12),
            FiscalRule.WeekPattern.P445,
            0,
            false);
    assertEquals(WEEKS.year(2026), december.year(2026));
    // two year ends in one calendar year: 28 Dec 2002 is followed by 3 Jan 2004
    FiscalRule nearest =
        new FiscalRule.Weeks(
            new FiscalRule.YearEnd(DayOfWeek.SATURDAY, true, 12),
            FiscalRule.WeekPattern.P445,
            0,
            true);
    assertEquals(range("2002-12-29..2004-01-03"), nearest.year(2003));
  }

  @Test
  void listedEndsBeatARule() {
    List<FiscalRule.PeriodEnd> ends =
        List.of(
            new FiscalRule.PeriodEnd(2026, 1, LocalDate.of(2026, 1, 30)),
            new FiscalRule.PeriodEnd(2026, 2, LocalDate.of(2026, 2, 27)),
            new FiscalRule.PeriodEnd(2026, 3, LocalDate.of(2026, 4, 3)));
    FiscalRule listed = new FiscalRule.ListedPeriods(ends, null);
    assertNull(listed.period(2026, 1));
    assertEquals(range("2026-01-31..2026-02-27"), listed.period(2026, 2));
    assertEquals(range("2026-02-28..2026-04-03"), listed.period(2026, 3));
    assertNull(listed.period(2026, 4));
    assertNull(listed.year(2026));
    assertNull(listed.year(2027));
    assertEquals(12, listed.periodCount(2026));
    assertEquals(0, listed.periodCount(2027));
    FiscalRule backed = new FiscalRule.ListedPeriods(ends, new FiscalRule.Months(1, true));
    assertEquals(range("2026-01-01..2026-01-30"), backed.period(2026, 1));
    assertEquals(range("2026-01-01..2026-12-31"), backed.year(2026));
    assertEquals(range("2026-04-04..2026-04-30"), backed.period(2026, 4));
    assertEquals(12, backed.periodCount(2026));
    assertNull(Periods.next("FY2027-P1", listed));
    assertEquals(
        "\"FY2026-P1\" has no start: list the last day of the period before it under"
            + " dates.fiscalYear.periods",
        Periods.find("FY2026-P1", listed).problem());
    assertEquals("FY2026-P04", Periods.next("FY2026-P03", listed));
    assertEquals(
        "\"FY2026-P04\" has no end: list the last day of it under dates.fiscalYear.periods",
        Periods.find("FY2026-P04", listed).problem());
    assertThrows(
        IllegalArgumentException.class,
        () -> new FiscalRule.ListedPeriods(List.of(ends.get(1), ends.get(0)), null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FiscalRule.ListedPeriods(List.of(ends.get(1), ends.get(1)), null));
    FiscalRule late =
        new FiscalRule.ListedPeriods(
            List.of(new FiscalRule.PeriodEnd(2026, 12, LocalDate.of(2026, 11, 30))),
            new FiscalRule.Months(1, true));
    assertNull(late.period(2026, 12));
  }
}
