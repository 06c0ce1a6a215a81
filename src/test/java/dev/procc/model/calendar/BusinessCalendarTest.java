package dev.procc.model.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
  private static final BusinessCalendar US =
      BusinessCalendar.of(
          "us",
          Weekdays.MON_FRI,
          List.of(
              new NamedDay(LocalDate.parse("2026-05-25"), "Memorial Day"),
              new NamedDay(LocalDate.parse("2026-04-03"), "Good Friday"),
              NamedDay.of(LocalDate.parse("2026-04-11")),
              new NamedDay(LocalDate.parse("2026-04-03"), "again")),
          List.of(new NamedDay(LocalDate.parse("2026-04-11"), "Inventory")));

  private static int day(String date) {
    return EpochDays.of(LocalDate.parse(date));
  }

  @Test
  void reasonsNameTheirLine() {
    assertEquals(
        new DayReason(DayReason.ReasonKind.HOLIDAY, "us", 1, "Good Friday"),
        US.reason(day("2026-04-03")));
    assertEquals(
        new DayReason(DayReason.ReasonKind.HOLIDAY, "us", 0, "Memorial Day"),
        US.reason(day("2026-05-25")));
    assertEquals(
        new DayReason(DayReason.ReasonKind.EXTRA_WORKDAY, "us", 0, "Inventory"),
        US.reason(day("2026-04-11")));
    assertEquals(
        new DayReason(DayReason.ReasonKind.WEEKEND, "us", -1, ""), US.reason(day("2026-04-12")));
    assertEquals(
        new DayReason(DayReason.ReasonKind.WORKDAY, "us", -1, ""), US.reason(day("2026-04-13")));
  }

  @Test
  void reasonsHaveWords() {
    assertEquals("Good Friday", US.reason(day("2026-04-03")).text());
    assertEquals("Inventory", US.reason(day("2026-04-11")).text());
    assertEquals("weekend", US.reason(day("2026-04-12")).text());
    assertEquals("workday", US.reason(day("2026-04-13")).text());
    assertEquals("holiday", new DayReason(DayReason.ReasonKind.HOLIDAY, "x", 0, "").text());
    assertEquals(
        "extra workday", new DayReason(DayReason.ReasonKind.EXTRA_WORKDAY, "x", 0, "").text());
    assertTrue(US.reason(day("2026-04-12")).isClosed());
    assertFalse(US.reason(day("2026-04-11")).isClosed());
  }

  @Test
  void closedElsewhereIsClosedHereUnlessOpenedHere() {
    BusinessCalendar uk =
        BusinessCalendar.of(
            "uk",
            new Weekdays(0b011_1111),
            List.of(new NamedDay(LocalDate.parse("2026-04-06"), "Easter Monday")),
            List.of(NamedDay.of(LocalDate.parse("2026-04-12"))));
    BusinessCalendar both =
        BusinessCalendar.of(
            "both",
            Weekdays.MON_FRI,
            List.of(NamedDay.of(LocalDate.parse("2026-04-08"))),
            List.of(NamedDay.of(LocalDate.parse("2026-04-18"))),
            List.of(US, uk),
            null);
    assertEquals("us", both.reason(day("2026-04-03")).calendar());
    DayReason easter = both.reason(day("2026-04-06"));
    assertEquals("uk", easter.calendar());
    assertEquals("Easter Monday", easter.text());
    assertEquals("both", both.reason(day("2026-04-08")).calendar());
    // open on Saturdays there, on one Sunday there: not here
    assertEquals("weekend", both.reason(day("2026-04-11")).text());
    assertFalse(both.isBusinessDay(day("2026-04-12")));
    assertTrue(both.isBusinessDay(day("2026-04-18")));
    assertEquals("both", both.reason(day("2026-04-18")).calendar());
    assertEquals(day("2026-04-07"), both.add(day("2026-04-02"), 1));
    assertEquals(day("2026-04-09"), both.add(day("2026-04-02"), 2));
    assertEquals(List.of(US, uk), both.alsoClosedIn());
    assertEquals("both", both.toString());
  }

  @Test
  void tablesGrowWithoutChangingAnswers() {
    BusinessCalendar grown = BusinessCalendar.monToFri();
    int near = day("2026-04-01");
    assertEquals(day("2026-04-02"), grown.add(near, 1));
    for (int n : new int[] {5_000, -9_000, 9_999, -9_999, 1, -1}) {
      int there = grown.add(near, n);
      assertEquals(n, DayLoopCalendar.count(grown, near, there));
      assertTrue(DayLoopCalendar.isWorkingDay(grown, there));
    }
    assertEquals(day("1970-01-01"), grown.rollForward(day("1970-01-01")));
    assertEquals(day("2199-12-31"), grown.rollBack(day("2199-12-31")));
    assertEquals(near, grown.add(grown.add(near, 9_000), -9_000));
    // each of these alone, on a table of its own
    assertEquals(grown.add(near, -9_000), BusinessCalendar.monToFri().add(near, -9_000));
    assertEquals(grown.add(near, 40_000), BusinessCalendar.monToFri().add(near, 40_000));
    int from = day("1980-05-05");
    int to = day("2150-05-05");
    assertEquals(grown.count(from, to), BusinessCalendar.monToFri().count(from, to));
    assertEquals(-grown.count(from, to), BusinessCalendar.monToFri().count(to, from));
    assertEquals(DayLoopCalendar.count(grown, from, to), grown.count(from, to));
  }

  @Test
  void tablesAreBuiltOnceForTheYearsAskedFor() {
    BusinessCalendar c =
        BusinessCalendar.of(
            "us",
            Weekdays.MON_FRI,
            List.of(
                NamedDay.of(LocalDate.of(2027, 12, 31)),
                NamedDay.of(LocalDate.of(2025, 1, 1)),
                NamedDay.of(LocalDate.of(2026, 6, 1))),
            List.of());
    assertEquals("us", c.key());
    assertTrue(c.isBusinessDay(day("2026-04-01")));
    DayTable table = c.table();
    assertEquals(day("2025-01-01"), table.lo());
    assertEquals(day("2028-01-01"), table.end());
    assertFalse(c.isBusinessDay(day("2025-01-01")));
    assertFalse(c.isBusinessDay(day("2027-12-31")));
    assertFalse(c.isBusinessDay(day("2026-06-01")));
    assertEquals(day("2025-01-02"), c.rollForward(day("2025-01-01")));
    assertEquals(day("2027-12-30"), c.rollBack(day("2027-12-31")));
    assertEquals(day("2027-12-30"), c.add(day("2027-12-31"), -1));
    assertEquals(3 * 261 - 3, c.count(day("2025-01-01"), day("2027-12-31") + 0));
    assertEquals(-1, c.count(day("2025-01-03"), day("2025-01-02")));
    assertSame(table, c.table());
    assertEquals(day("2029-05-01"), c.rollForward(day("2029-05-01")));
    DayTable more = c.table();
    assertEquals(day("2025-01-01"), more.lo());
    assertEquals(day("2031-01-01"), more.end());
    assertEquals(day("2031-01-01"), c.add(day("2030-12-31"), 1));
    DayTable all = c.table();
    assertEquals(EpochDays.MIN, all.lo());
    assertEquals(EpochDays.MAX + 1, all.end());
    assertEquals(EpochDays.NONE, c.add(EpochDays.MAX, 1));
    assertEquals(1, c.count(EpochDays.MAX, EpochDays.MAX + 1));
    assertSame(all, c.table());
    BusinessCalendar edge = BusinessCalendar.monToFri();
    assertEquals(EpochDays.MAX, edge.rollBack(EpochDays.MAX));
    assertEquals(day("2198-01-01"), edge.table().lo());
    assertEquals(EpochDays.MAX + 1, edge.table().end());
    BusinessCalendar down = BusinessCalendar.monToFri();
    assertTrue(down.isBusinessDay(day("2026-04-01")));
    assertTrue(down.isBusinessDay(day("2020-04-01")));
    assertEquals(day("2019-01-01"), down.table().lo());
    assertEquals(day("2028-01-01"), down.table().end());
    BusinessCalendar early = BusinessCalendar.monToFri();
    assertTrue(early.isBusinessDay(EpochDays.MIN));
    assertEquals(EpochDays.MIN, early.table().lo());
  }

  @Test
  void theYearsEnd() {
    BusinessCalendar days = BusinessCalendar.monToFri();
    int last = day("2199-12-31");
    int first = day("1970-01-01");
    assertEquals(EpochDays.NONE, days.add(last, 1));
    assertEquals(last, days.add(last, 0));
    assertEquals(EpochDays.NONE, days.add(first, -1));
    assertEquals(day("1970-01-02"), days.nth(first, 2));
    assertEquals(first, days.nth(first, 1));
    assertEquals(EpochDays.NONE, days.nth(first, 0));
    assertEquals(EpochDays.NONE, days.nth(first, -3));
    assertEquals(EpochDays.NONE, days.add(EpochDays.NONE, 1));
    assertEquals(EpochDays.NONE, days.add(EpochDays.MAX + 1, -1));
    assertEquals(EpochDays.NONE, days.rollBack(EpochDays.NONE));
    assertFalse(days.isBusinessDay(EpochDays.NONE));
    assertFalse(days.isBusinessDay(EpochDays.MAX + 1));
    assertEquals(1, days.count(last, EpochDays.MAX + 1));
    assertEquals(1, days.count(last, Integer.MAX_VALUE));
    assertEquals(1, days.count(EpochDays.NONE, first + 1));
    assertEquals(0, days.count(EpochDays.NONE, EpochDays.NONE));
    assertEquals(60_004, days.count(EpochDays.MIN, EpochDays.MAX + 1));
    assertNull(days.add(LocalDate.of(2199, 12, 31), 1));
    assertNull(days.add(LocalDate.of(1969, 12, 31), 1));
    assertEquals(LocalDate.of(2026, 4, 2), days.add(LocalDate.of(2026, 4, 1), 1));
    assertTrue(days.isBusinessDay(LocalDate.of(2026, 4, 1)));
    assertFalse(days.isBusinessDay(LocalDate.of(2026, 4, 4)));
  }

  @Test
  void calendarsWithFewOrNoBusinessDays() {
    BusinessCalendar none = BusinessCalendar.of("none", Weekdays.NONE, List.of(), List.of());
    assertFalse(none.hasBusinessDays());
    assertEquals(EpochDays.NONE, none.add(day("2026-04-01"), 1));
    assertEquals(EpochDays.NONE, none.rollBack(day("2026-04-01")));
    assertEquals(0, none.count(EpochDays.MIN, EpochDays.MAX));
    BusinessCalendar one =
        BusinessCalendar.of(
            "one",
            Weekdays.NONE,
            List.of(),
            List.of(NamedDay.of(LocalDate.of(2100, 1, 1)), NamedDay.of(LocalDate.of(2300, 1, 1))));
    assertTrue(one.hasBusinessDays());
    assertEquals(day("2100-01-01"), one.add(day("1970-01-01"), 1));
    assertEquals(day("2100-01-01"), one.rollBack(day("2199-12-31")));
    assertEquals(EpochDays.NONE, one.add(day("2100-01-01"), 1));
    assertEquals(2, one.extraWorkdays().size());
    assertTrue(BusinessCalendar.monToFri().hasBusinessDays());
  }

  @Test
  void whatWasLookedUpIsKnown() {
    DayRange range = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    BusinessCalendar inner =
        BusinessCalendar.of("inner", Weekdays.MON_FRI, List.of(), List.of(), List.of(), range);
    BusinessCalendar outer =
        BusinessCalendar.of(
            "outer", Weekdays.MON_FRI, List.of(), List.of(), List.of(US, inner), null);
    assertNull(inner.firstNotCovering(day("2026-01-01")));
    assertNull(inner.firstNotCovering(day("2026-12-31")));
    assertSame(inner, inner.firstNotCovering(day("2025-12-31")));
    assertSame(inner, outer.firstNotCovering(day("2027-01-01")));
    assertNull(outer.firstNotCovering(day("2026-06-01")));
    assertSame(range, inner.coverage());
    assertEquals("2026-01-01..2026-12-31", range.toString());
  }

  @Test
  void everyDayOfThreeYearsAgreesWithALoop() {
    for (BusinessCalendar c :
        List.of(
            US,
            BusinessCalendar.of(
                "odd", new Weekdays(0b101_0010), US.holidays(), US.extraWorkdays()))) {
      for (int day = day("2025-12-20"); day < day("2026-06-10"); day++) {
        assertEquals(DayLoopCalendar.isWorkingDay(c, day), c.isBusinessDay(day));
        assertEquals(DayLoopCalendar.rollBack(c, day), c.rollBack(day));
        for (int n = -4; n <= 4; n++) {
          assertEquals(DayLoopCalendar.add(c, day, n), c.add(day, n));
        }
        assertEquals(
            DayLoopCalendar.count(c, day("2026-02-02"), day), c.count(day("2026-02-02"), day));
        assertEquals(
            DayLoopCalendar.count(c, day("2026-02-02"), day) + 1,
            c.ordinal(day("2026-02-02"), day));
      }
    }
  }
}
