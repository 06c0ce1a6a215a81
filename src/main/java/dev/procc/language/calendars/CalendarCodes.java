package dev.procc.language.calendars;

import dev.procc.base.finding.Code;
import dev.procc.language.resolve.ResolveCodes;
import java.util.List;

/// What looking after calendars finds, beside the rules of every process.
public final class CalendarCodes {
  /// Days that a process counts by and nobody looked up.
  public static final Code CALENDAR_GAP = Code.warning("PC230", "calendar-gap");

  /// A calendar that does not say what was looked up.
  public static final Code CALENDAR_WITHOUT_COVERS = Code.info("PC231", "calendar-without-covers");

  /// A listed day without a name.
  public static final Code CALENDAR_DAY_WITHOUT_NAME =
      Code.info("PC232", "calendar-day-without-name");

  /// A calendar that does not say where its days are from.
  public static final Code CALENDAR_WITHOUT_SOURCE = Code.info("PC233", "calendar-without-source");

  /// Days out of their order.
  public static final Code CALENDAR_DAYS_UNSORTED = Code.info("PC234", "calendar-days-unsorted");

  /// A day that a list holds twice.
  public static final Code DUPLICATE_CALENDAR_DAY = Code.warning("PC235", "duplicate-calendar-day");

  /// A calendar that nobody counts by: what the rule finds of a whole project, found of one.
  public static final Code UNUSED_CALENDAR = ResolveCodes.UNUSED_CALENDAR;

  /// A listed day that the calendar says was not looked up.
  public static final Code DAY_OUTSIDE_COVERS = Code.warning("PC237", "day-outside-covers");

  private CalendarCodes() {}

  /// All of them, by id.
  public static List<Code> all() {
    return List.of(
        CALENDAR_GAP,
        CALENDAR_WITHOUT_COVERS,
        CALENDAR_DAY_WITHOUT_NAME,
        CALENDAR_WITHOUT_SOURCE,
        CALENDAR_DAYS_UNSORTED,
        DUPLICATE_CALENDAR_DAY,
        UNUSED_CALENDAR,
        DAY_OUTSIDE_COVERS);
  }
}
