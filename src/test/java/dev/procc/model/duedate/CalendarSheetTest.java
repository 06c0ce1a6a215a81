package dev.procc.model.duedate;

import static dev.procc.model.duedate.DateTreeFixture.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.HolidayChanges;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Weekdays;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Ranges of days in calendars, and two calendars compared over the same days.
class CalendarSheetTest {
  private static final Period MARCH = DateTreeFixture.period("2026-03", null).period();

  private static CalendarSheet sheet(String from, String to) {
    DayRange schedule = new DayRange(day("2026-03-25"), day("2026-04-30"));
    return CalendarSheet.of(
        DateTreeFixture.march(),
        new DayRange(day(from), day(to)),
        new CalendarSheet.Numbering(MARCH, false, schedule));
  }

  private static CalendarSheet.SheetDay only(String date) {
    List<CalendarSheet.SheetDay> days = sheet(date, date).days();
    assertEquals(1, days.size());
    return days.get(0);
  }

  @Test
  void aDayKnowsItsNumbersItsReasonAndItsLine() {
    CalendarSheet.SheetDay monday = only("2026-04-06");
    assertTrue(monday.isBusinessDay());
    assertFalse(monday.isListed());
    assertTrue(monday.covered());
    assertEquals(OptionalInt.of(3), monday.workday());
    assertEquals(OptionalInt.of(8), monday.businessDay());
    CalendarSheet.SheetDay friday = only("2026-04-03");
    assertFalse(friday.isBusinessDay());
    assertTrue(friday.isListed());
    assertEquals("us.calendar.yaml:2", friday.source().pathAndLine());
    assertEquals(OptionalInt.empty(), friday.workday());
    assertTrue(only("2026-04-11").isListed());
    assertTrue(only("2026-04-11").isBusinessDay());
    assertFalse(only("2026-04-12").isListed());
  }

  @Test
  void numbersAreCountedFromWhatIsThere() {
    assertEquals(OptionalInt.empty(), only("2026-03-24").businessDay());
    assertEquals(OptionalInt.empty(), only("2026-05-04").businessDay());
    assertEquals(OptionalInt.of(1), only("2026-03-25").businessDay());
    CalendarSheet.SheetDay none =
        CalendarSheet.of(
                DateTreeFixture.march(),
                new DayRange(day("2026-04-06"), day("2026-04-06")),
                CalendarSheet.Numbering.NONE)
            .days()
            .get(0);
    assertEquals(OptionalInt.empty(), none.workday());
    assertEquals(OptionalInt.empty(), none.businessDay());
  }

  @Test
  void aDayBeyondTheCoveredYearsIsNot() {
    BusinessCalendar days =
        BusinessCalendar.of(
            "us",
            Weekdays.MON_FRI,
            List.of(),
            List.of(),
            List.of(),
            new DayRange(day("2026-04-01"), day("2026-04-02")));
    CalendarSheet sheet =
        CalendarSheet.of(
            DateTreeFixture.calendar(days),
            new DayRange(day("2026-04-02"), day("2026-04-03")),
            CalendarSheet.Numbering.NONE);
    assertEquals(
        List.of(true, false), sheet.days().stream().map(CalendarSheet.SheetDay::covered).toList());
  }

  @Test
  void monthsAreCutAtTheEndsOfTheRange() {
    CalendarSheet sheet = sheet("2026-03-30", "2026-05-02");
    List<CalendarSheet.SheetMonth> months = sheet.months();
    assertEquals(
        List.of("2026-03", "2026-04", "2026-05"),
        months.stream().map(m -> m.month().toString()).toList());
    assertEquals(List.of(2, 30, 2), months.stream().map(m -> m.days().size()).toList());
    // April 2026 has 22 weekdays; Good Friday goes, one Saturday comes.
    assertEquals(
        List.of(2, 22, 1), months.stream().map(CalendarSheet.SheetMonth::businessDays).toList());
    assertEquals(25, sheet.businessDays());
    assertEquals(
        List.of("2026-04"),
        sheet("2026-04-01", "2026-04-30").months().stream()
            .map(m -> m.month().toString())
            .toList());
    assertEquals(
        List.of(day("2026-04-03"), day("2026-04-11")),
        sheet.listedDays().stream().map(CalendarSheet.SheetDay::date).toList());
  }

  private static SourcedCalendar calendar(NamedDay... holidays) {
    return DateTreeFixture.calendar(
        BusinessCalendar.of("other", Weekdays.MON_FRI, List.of(holidays), List.of()));
  }

  @Test
  void twoCalendarsDifferByDayOrByName() {
    SourcedCalendar other =
        calendar(
            new NamedDay(day("2026-04-03"), "Karfreitag"),
            new NamedDay(day("2026-04-06"), "Easter Monday"));
    CalendarComparison both =
        CalendarComparison.of(
            DateTreeFixture.march(), other, new DayRange(day("2026-04-01"), day("2026-04-30")));
    assertEquals(
        List.of(day("2026-04-06"), day("2026-04-11")),
        both.differences().stream().map(d -> d.first().date()).toList());
    assertEquals(
        List.of("Karfreitag"),
        both.renamed().stream().map(d -> d.second().reason().name()).toList());
    assertEquals(30, both.second().days().size());
    SourcedCalendar alike = calendar(new NamedDay(day("2026-04-03"), "Good Friday"));
    both = CalendarComparison.of(alike, alike, new DayRange(day("2026-04-01"), day("2026-04-10")));
    assertEquals(List.of(), both.differences());
    assertEquals(List.of(), both.renamed());
  }

  @Test
  void changesAreNoneWhenNothingComesGoesOrIsRenamed() {
    NamedDay friday = new NamedDay(LocalDate.parse("2026-04-03"), "Good Friday");
    HolidayChanges.Renamed renamed =
        new HolidayChanges.Renamed(friday.date(), "Karfreitag", "Good Friday");
    assertTrue(new HolidayChanges(List.of(), List.of(), List.of(), 3).isEmpty());
    assertFalse(new HolidayChanges(List.of(friday), List.of(), List.of(), 0).isEmpty());
    assertFalse(new HolidayChanges(List.of(), List.of(friday), List.of(), 0).isEmpty());
    assertFalse(new HolidayChanges(List.of(), List.of(), List.of(renamed), 0).isEmpty());
  }
}
