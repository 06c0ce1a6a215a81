package dev.procc.language.holidays;

import dev.procc.base.finding.Code;
import java.util.List;

/// What reading a list of holidays finds.
public final class HolidayCodes {
  /// A text that is no iCalendar file, or one that breaks off.
  public static final Code NOT_A_HOLIDAY_LIST = Code.error("PC240", "not-a-holiday-list");

  /// A date in a list that cannot be read.
  public static final Code HOLIDAY_DATE = Code.error("PC241", "holiday-date");

  /// An event that cannot be expressed as single days.
  public static final Code INEXPRESSIBLE_HOLIDAY = Code.error("PC242", "inexpressible-holiday");

  /// An event that repeats for ever, and no range to stop in.
  public static final Code ENDLESS_HOLIDAY = Code.error("PC243", "endless-holiday");

  private HolidayCodes() {}

  /// All of them, by id.
  public static List<Code> all() {
    return List.of(NOT_A_HOLIDAY_LIST, HOLIDAY_DATE, INEXPRESSIBLE_HOLIDAY, ENDLESS_HOLIDAY);
  }
}
