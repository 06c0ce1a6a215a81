package dev.procc.model.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// The laws of counting days, for random calendars; and every operation compared with a loop over
/// days.
class CalendarLawsTest {
  private static final int BASE = 20_000;

  @Provide
  Arbitrary<BusinessCalendar> calendars() {
    Arbitrary<Integer> masks = Arbitraries.integers().between(0, 127);
    Arbitrary<List<Integer>> days =
        Arbitraries.integers().between(BASE - 60, BASE + 160).list().ofMaxSize(25);
    Arbitrary<BusinessCalendar> alone =
        Combinators.combine(masks, days, days)
            .as((mask, off, open) -> calendar(mask, off, open, List.of()));
    return Combinators.combine(
            masks, days, days.map(d -> d.subList(0, d.size() / 4)), alone.list().ofMaxSize(2))
        .as(CalendarLawsTest::calendar);
  }

  private static BusinessCalendar calendar(
      int mask, List<Integer> off, List<Integer> open, List<BusinessCalendar> others) {
    return BusinessCalendar.of("random", new Weekdays(mask), named(off), named(open), others, null);
  }

  private static List<NamedDay> named(List<Integer> days) {
    return days.stream().map(d -> NamedDay.of(EpochDays.toDate(d))).toList();
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(BASE, BASE + 120);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void stepsOfOneSignAdd(
      @ForAll("calendars") BusinessCalendar c,
      @ForAll("days") int day,
      @ForAll @IntRange(min = 1, max = 30) int a,
      @ForAll @IntRange(min = 1, max = 30) int b) {
    Assume.that(!c.workdays().isEmpty() && c.hasBusinessDays() && c.add(day, 60) != EpochDays.NONE);
    Assume.that(c.add(day, -60) != EpochDays.NONE);
    assertEquals(c.add(day, a + b), c.add(c.add(day, a), b));
    assertEquals(c.add(day, -a - b), c.add(c.add(day, -a), -b));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aStepThereAndBackStays(
      @ForAll("calendars") BusinessCalendar c,
      @ForAll("days") int day,
      @ForAll @IntRange(min = -30, max = 30) int n) {
    Assume.that(c.isBusinessDay(day) && c.add(day, n) != EpochDays.NONE);
    assertEquals(day, c.add(c.add(day, n), -n));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void countingAStepGivesIt(
      @ForAll("calendars") BusinessCalendar c,
      @ForAll("days") int day,
      @ForAll @IntRange(min = 1, max = 40) int n) {
    Assume.that(c.isBusinessDay(day) && c.add(day, n) != EpochDays.NONE);
    assertEquals(n, c.count(day, c.add(day, n)));
    assertEquals(-n, c.count(c.add(day, n), day));
    assertEquals(c.add(day, n), c.nth(day, n + 1));
    assertEquals(n + 1, c.ordinal(day, c.add(day, n)));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void addingIsMonotone(
      @ForAll("calendars") BusinessCalendar c,
      @ForAll("days") int day,
      @ForAll @IntRange(min = -20, max = 20) int n) {
    int here = c.add(day, n);
    int later = c.add(day + 1, n);
    int more = c.add(day, n + 1);
    Assume.that(here != EpochDays.NONE && later != EpochDays.NONE && more != EpochDays.NONE);
    assertTrue(later >= here);
    assertTrue(more >= here);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void anExclusionNeverMakesItEarlier(
      @ForAll("calendars") BusinessCalendar c,
      @ForAll("days") int day,
      @ForAll("days") int excluded,
      @ForAll @IntRange(min = 0, max = 20) int n) {
    List<NamedDay> more = new ArrayList<>(c.holidays());
    more.add(NamedDay.of(EpochDays.toDate(excluded)));
    BusinessCalendar less =
        BusinessCalendar.of(c.key(), c.workdays(), more, c.extraWorkdays(), c.alsoClosedIn(), null);
    int found = less.add(day, n);
    assertTrue(found == EpochDays.NONE || found >= c.add(day, n));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void includingAnExcludedBusinessDayRestoresTheCalendar(
      @ForAll("calendars") BusinessCalendar c,
      @ForAll("days") int excluded,
      @ForAll("days") int day,
      @ForAll @IntRange(min = -20, max = 20) int n) {
    Assume.that(c.isBusinessDay(excluded));
    List<NamedDay> off = new ArrayList<>(c.holidays());
    off.add(NamedDay.of(EpochDays.toDate(excluded)));
    List<NamedDay> open = new ArrayList<>(c.extraWorkdays());
    open.add(NamedDay.of(EpochDays.toDate(excluded)));
    BusinessCalendar both =
        BusinessCalendar.of(c.key(), c.workdays(), off, open, c.alsoClosedIn(), null);
    assertEquals(c.add(day, n), both.add(day, n));
    assertEquals(c.rollBack(day), both.rollBack(day));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void everyRollGivesABusinessDay(
      @ForAll("calendars") BusinessCalendar c, @ForAll("days") int day) {
    int forward = c.rollForward(day);
    int back = c.rollBack(day);
    assertTrue(forward == EpochDays.NONE || (c.isBusinessDay(forward) && forward >= day));
    assertTrue(back == EpochDays.NONE || (c.isBusinessDay(back) && back <= day));
    assertEquals(c.isBusinessDay(day), forward == day);
    assertEquals(c.isBusinessDay(day), back == day);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyOperationAgreesWithALoopOverDays(
      @ForAll("calendars") BusinessCalendar c,
      @ForAll("days") int day,
      @ForAll("days") int other,
      @ForAll @IntRange(min = -25, max = 25) int n) {
    assertEquals(DayLoopCalendar.isWorkingDay(c, day), c.isBusinessDay(day));
    assertEquals(DayLoopCalendar.isWorkingDay(c, day), !c.reason(day).isClosed());
    assertEquals(DayLoopCalendar.count(c, day, other), c.count(day, other));
    int found = DayLoopCalendar.add(c, day, n);
    if (found != EpochDays.NONE) {
      assertEquals(found, c.add(day, n));
    }
    int back = DayLoopCalendar.rollBack(c, day);
    if (back != EpochDays.NONE) {
      assertEquals(back, c.rollBack(day));
    }
  }
}
