package dev.procc.bench;

import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds per operation over 8,192 random dates of ten years, eleven holidays a year.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BusinessDayBenchmark {
  private static final int DATES = 8_192;

  /// How many business days to go; 30 stands for random -30 to 30.
  @Param({"30", "250"})
  int offset;

  private BusinessCalendar calendar = BusinessCalendar.monToFri();
  private ImmutableHolidayCalendar strata =
      ImmutableHolidayCalendar.of(
          HolidayCalendarId.of("empty"), List.of(), DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private final int[] days = new int[DATES];
  private final int[] others = new int[DATES];
  private final int[] offsets = new int[DATES];
  private final LocalDate[] dates = new LocalDate[DATES];
  private final LocalDate[] ends = new LocalDate[DATES];

  /// Builds the same calendar on both sides and checks that they agree.
  @Setup
  public void setUp() {
    Random random = new Random(7);
    List<LocalDate> holidays = new ArrayList<>();
    for (int year = 2010; year < 2035; year++) {
      for (int i = 0; i < 11; i++) {
        holidays.add(LocalDate.ofYearDay(year, 1 + random.nextInt(365)));
      }
    }
    calendar =
        BusinessCalendar.of(
            "bench", Weekdays.MON_FRI, holidays.stream().map(NamedDay::of).toList(), List.of());
    strata =
        ImmutableHolidayCalendar.of(
            HolidayCalendarId.of("bench"), holidays, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    int first = EpochDays.of(LocalDate.of(2016, 1, 1));
    for (int i = 0; i < DATES; i++) {
      days[i] = first + random.nextInt(3_650);
      others[i] = days[i] + random.nextInt(365);
      dates[i] = EpochDays.toDate(days[i]);
      ends[i] = EpochDays.toDate(others[i]);
      offsets[i] = offset == 30 ? random.nextInt(61) - 30 : offset;
      if (offsets[i] != 0
          && !strata.shift(dates[i], offsets[i]).equals(calendar.add(dates[i], offsets[i]))) {
        throw new IllegalStateException("disagreement at " + dates[i] + " " + offsets[i]);
      }
      if (strata.daysBetween(dates[i], ends[i]) != calendar.count(days[i], others[i])) {
        throw new IllegalStateException("disagreement from " + dates[i] + " to " + ends[i]);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(DATES)
  public int addProcc() {
    int sum = 0;
    for (int i = 0; i < DATES; i++) {
      sum += calendar.add(days[i], offsets[i]);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(DATES)
  public int addStrata() {
    int sum = 0;
    for (int i = 0; i < DATES; i++) {
      sum += strata.shift(dates[i], offsets[i]).getDayOfMonth();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(DATES)
  public int countProcc() {
    int sum = 0;
    for (int i = 0; i < DATES; i++) {
      sum += calendar.count(days[i], others[i]);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(DATES)
  public int countStrata() {
    int sum = 0;
    for (int i = 0; i < DATES; i++) {
      sum += strata.daysBetween(dates[i], ends[i]);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(DATES)
  public int rollProcc() {
    int sum = 0;
    for (int i = 0; i < DATES; i++) {
      sum += calendar.rollForward(days[i]);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(DATES)
  public int rollStrata() {
    int sum = 0;
    for (int i = 0; i < DATES; i++) {
      sum += strata.nextOrSame(dates[i]).getDayOfMonth();
    }
    return sum;
  }
}
