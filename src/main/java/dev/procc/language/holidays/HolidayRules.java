package dev.procc.language.holidays;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.ChristianHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonthHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.Movable;
import de.focus_shift.jollyday.core.spi.Occurrence;
import de.focus_shift.jollyday.core.spi.Relation;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSundayHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonthHolidayConfiguration;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.Days;

/// The rules of one country or region, as Jollyday asks for them.
///
/// Public, and with these methods alone: Jollyday finds the rules by reflection over the methods
/// that return lists.
public record HolidayRules(
    List<FixedHolidayConfiguration> fixed,
    List<RelativeToFixedHolidayConfiguration> relativeToFixed,
    List<RelativeToWeekdayInMonthHolidayConfiguration> relativeToWeekdayInMonth,
    List<FixedWeekdayInMonthHolidayConfiguration> fixedWeekdays,
    List<ChristianHolidayConfiguration> christianHolidays,
    List<IslamicHolidayConfiguration> islamicHolidays,
    List<FixedWeekdayBetweenFixedHolidayConfiguration> fixedWeekdayBetweenFixed,
    List<FixedWeekdayRelativeToFixedHolidayConfiguration> fixedWeekdayRelativeToFixed,
    List<EthiopianOrthodoxHolidayConfiguration> ethiopianOrthodoxHolidays,
    List<RelativeToEasterSundayHolidayConfiguration> relativeToEasterSunday)
    implements HolidayConfigurations {

  record Fixed(
      MonthDay day,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle,
      List<MovingCondition> conditions)
      implements FixedHolidayConfiguration {}

  record Moving(DayOfWeek substitute, With with, DayOfWeek weekday)
      implements Movable.MovingCondition {}

  record RelativeToFixed(
      Optional<DayOfWeek> weekday,
      Optional<Days> days,
      Optional<Relation> when,
      FixedHolidayConfiguration date,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle)
      implements RelativeToFixedHolidayConfiguration {}

  record RelativeToWeekdayInMonth(
      DayOfWeek weekday,
      Relation when,
      FixedWeekdayInMonthHolidayConfiguration weekdayInMonth,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle)
      implements RelativeToWeekdayInMonthHolidayConfiguration {}

  record FixedWeekday(
      DayOfWeek weekday,
      Month month,
      Occurrence which,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle,
      List<MovingCondition> conditions)
      implements FixedWeekdayInMonthHolidayConfiguration {}

  record Christian(
      ChristianHolidayType type,
      Chronology chronology,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle,
      List<MovingCondition> conditions)
      implements ChristianHolidayConfiguration {}

  record Islamic(
      IslamicHolidayType type,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle,
      List<MovingCondition> conditions)
      implements IslamicHolidayConfiguration {}

  record Between(
      FixedHolidayConfiguration from,
      FixedHolidayConfiguration to,
      DayOfWeek weekday,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle)
      implements FixedWeekdayBetweenFixedHolidayConfiguration {}

  record WeekdayRelativeToFixed(
      FixedHolidayConfiguration day,
      Occurrence which,
      DayOfWeek weekday,
      Relation when,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle)
      implements FixedWeekdayRelativeToFixedHolidayConfiguration {}

  record Ethiopian(
      EthiopianOrthodoxHolidayType type,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle)
      implements EthiopianOrthodoxHolidayConfiguration {}

  record RelativeToEaster(
      Chronology chronology,
      Days days,
      String descriptionPropertiesKey,
      HolidayType holidayType,
      Optional<Year> validFrom,
      Optional<Year> validTo,
      YearCycle cycle)
      implements RelativeToEasterSundayHolidayConfiguration {}
}
