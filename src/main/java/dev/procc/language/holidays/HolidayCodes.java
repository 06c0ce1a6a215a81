package dev.procc.language.holidays;

import dev.procc.base.finding.Code;
import java.util.List;

/// The codes of findings about lists of holidays.
public final class HolidayCodes {
  /// A text that is not an iCalendar file, or is incomplete.
  public static final Code NOT_A_HOLIDAY_LIST = Code.error("PC240", "not-a-holiday-list");

  /// A date of a list that cannot be parsed.
  public static final Code HOLIDAY_DATE = Code.error("PC241", "holiday-date");

  /// An event that cannot be expressed as single days.
  public static final Code INEXPRESSIBLE_HOLIDAY = Code.error("PC242", "inexpressible-holiday");

  /// An event that repeats without an end, where no range is given.
  public static final Code ENDLESS_HOLIDAY = Code.error("PC243", "endless-holiday");

  private HolidayCodes() {}

  /// All codes, by id.
  public static List<Code> all() {
    return List.of(NOT_A_HOLIDAY_LIST, HOLIDAY_DATE, INEXPRESSIBLE_HOLIDAY, ENDLESS_HOLIDAY);
  }
}
