package dev.procc.model.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochDaysTest {
  @Test
  void theRangeOfDays() {
    assertEquals(EpochDays.MIN, EpochDays.of(LocalDate.of(1970, 1, 1)));
    assertEquals(EpochDays.MAX, EpochDays.of(LocalDate.of(2199, 12, 31)));
    assertEquals(EpochDays.NONE, EpochDays.of(LocalDate.of(1969, 12, 31)));
    assertEquals(EpochDays.NONE, EpochDays.of(LocalDate.of(2200, 1, 1)));
    assertEquals(EpochDays.NONE, EpochDays.of(2026, 2, 30));
    assertEquals(EpochDays.NONE, EpochDays.of(2026, 13, 1));
    assertEquals(LocalDate.of(2026, 4, 1), EpochDays.toDate(EpochDays.of(2026, 4, 1)));
    assertThrows(DateTimeException.class, () -> EpochDays.toDate(EpochDays.NONE));
    assertTrue(EpochDays.isInRange(EpochDays.MIN) && EpochDays.isInRange(EpochDays.MAX));
    assertFalse(EpochDays.isInRange(EpochDays.MIN - 1) || EpochDays.isInRange(EpochDays.MAX + 1));
  }

  /// Compares with java.time every year, month and day that can be written.
  @Test
  void everyDayHasTheNumberOfJavaTime() {
    for (int year = 1968; year <= 2201; year++) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          int expected = EpochDays.NONE;
          if (year >= 1970 && year <= 2199 && month >= 1 && month <= 12 && day >= 1) {
            boolean real = day <= YearMonth.of(year, month).lengthOfMonth();
            expected = real ? (int) LocalDate.of(year, month, day).toEpochDay() : EpochDays.NONE;
          }
          assertEquals(expected, EpochDays.of(year, month, day), year + "-" + month + "-" + day);
        }
      }
    }
  }

  @Test
  void theEndsOfAYear() {
    assertEquals(EpochDays.of(2024, 1, 1), EpochDays.yearStart(2024));
    assertEquals(EpochDays.of(2024, 12, 31), EpochDays.yearEnd(2024));
    assertEquals(EpochDays.MIN, EpochDays.yearStart(1969));
    assertEquals(EpochDays.MAX, EpochDays.yearEnd(2200));
  }

  @Test
  void stepsStayInTheRange() {
    int day = EpochDays.of(2026, 1, 31);
    assertEquals(EpochDays.of(2026, 2, 28), EpochDays.plusMonths(day, 1));
    assertEquals(EpochDays.of(2026, 2, 1), EpochDays.plusDays(day, 1));
    assertEquals(EpochDays.MAX, EpochDays.plusDays(EpochDays.MIN, EpochDays.MAX));
    assertEquals(EpochDays.MIN, EpochDays.plusDays(EpochDays.MAX, -EpochDays.MAX));
    assertEquals(EpochDays.NONE, EpochDays.plusDays(EpochDays.MAX, 1));
    assertEquals(EpochDays.NONE, EpochDays.plusDays(EpochDays.MIN, -1));
    assertEquals(EpochDays.NONE, EpochDays.plusDays(EpochDays.NONE, 1));
    assertEquals(EpochDays.NONE, EpochDays.plusDays(day, Integer.MAX_VALUE));
    assertEquals(EpochDays.NONE, EpochDays.plusMonths(day, Integer.MAX_VALUE));
    assertEquals(EpochDays.NONE, EpochDays.plusMonths(EpochDays.NONE, 1));
    assertEquals(EpochDays.NONE, EpochDays.plusMonths(day, 12 * 300));
    assertEquals(3, EpochDays.weekday(0));
    assertEquals(0, EpochDays.weekday(EpochDays.of(2026, 4, 6)));
    assertEquals(6, EpochDays.weekday(-4));
    assertEquals(6, EpochDays.weekday(LocalDate.of(1969, 12, 28)));
    assertEquals(2, EpochDays.weekday(LocalDate.of(2026, 11, 25)));
  }

  @Test
  void setsOfWeekdays() {
    assertEquals(Optional.of(Weekdays.MON_FRI), Weekdays.parse("mon-fri"));
    assertEquals(Optional.of(Weekdays.MON_FRI), Weekdays.parse("Monday - FRIDAY"));
    assertEquals(
        List.of("monday", "tuesday", "wednesday", "thursday", "sunday"),
        Weekdays.parse("sun-thu").orElseThrow().names());
    assertEquals(List.of("saturday"), Weekdays.parse("sat").orElseThrow().names());
    assertEquals(Weekdays.parse("wed"), Weekdays.parse("wed-wed"));
    for (String wrong :
        List.of("", "m", "mo", "mond", "mon-", "-fri", "mon-fry", "someday", "mon-tue-wed", "-")) {
      assertEquals(Optional.empty(), Weekdays.parse(wrong), wrong);
    }
    Weekdays pair = Weekdays.of(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
    assertEquals("monday, sunday", pair.toString());
    assertTrue(pair.contains(DayOfWeek.SUNDAY));
    assertFalse(pair.contains(DayOfWeek.SATURDAY));
    assertFalse(pair.isEmpty());
    assertTrue(Weekdays.NONE.isEmpty());
    assertTrue(Weekdays.of(List.of()).isEmpty());
    assertEquals(0b011_1111, Weekdays.parse("mon-sat").orElseThrow().mask());
    assertEquals(0b100_0001, Weekdays.parse("sun-mon").orElseThrow().mask());
    assertEquals(0b111_1111, pair.union(new Weekdays(0b011_1110)).mask());
    assertThrows(IllegalArgumentException.class, () -> new Weekdays(128));
    assertThrows(IllegalArgumentException.class, () -> new Weekdays(-1));
    assertEquals(7, Weekdays.allNames().size());
    assertEquals(127, new Weekdays(127).mask());
  }

  @Test
  void rangesOfDays() {
    LocalDate first = LocalDate.of(2026, 4, 1);
    LocalDate last = LocalDate.of(2026, 4, 30);
    DayRange april = new DayRange(first, last);
    assertTrue(april.contains(first) && april.contains(last));
    assertFalse(april.contains(first.minusDays(1)) || april.contains(last.plusDays(1)));
    assertEquals(first, new DayRange(first, first).end());
    assertThrows(IllegalArgumentException.class, () -> new DayRange(last, first));
    BusinessSchedule schedule = new BusinessSchedule(BusinessCalendar.monToFri(), first, last);
    assertTrue(schedule.contains(first) && schedule.contains(last));
    assertFalse(schedule.contains(first.minusDays(1)) || schedule.contains(last.plusDays(1)));
  }
}
