package dev.procc.language.calendars;

import dev.procc.base.finding.Code;
import dev.procc.language.resolve.ResolveCodes;
import java.util.List;

/// The codes of findings about calendars, besides those of the rules for processes.
public final class CalendarCodes {
  /// Days by which a process counts, outside the coverage of the calendar.
  public static final Code CALENDAR_GAP = ResolveCodes.CALENDAR_GAP;

  /// A calendar that does not state its coverage.
  public static final Code CALENDAR_WITHOUT_COVERS = Code.info("PC231", "calendar-without-covers");

  /// A listed day without a name.
  public static final Code CALENDAR_DAY_WITHOUT_NAME =
      Code.info("PC232", "calendar-day-without-name");

  /// A calendar that does not state the source of its days.
  public static final Code CALENDAR_WITHOUT_SOURCE = Code.info("PC233", "calendar-without-source");

  /// Days that are not in order.
  public static final Code CALENDAR_DAYS_UNSORTED = Code.info("PC234", "calendar-days-unsorted");

  /// A day that is listed twice.
  public static final Code DUPLICATE_CALENDAR_DAY = Code.warning("PC235", "duplicate-calendar-day");

  /// A calendar by which nobody counts; the rule reports it for a whole project, the audit for one
  /// calendar.
  public static final Code UNUSED_CALENDAR = ResolveCodes.UNUSED_CALENDAR;

  /// A listed day outside the stated coverage.
  public static final Code DAY_OUTSIDE_COVERS = Code.warning("PC237", "day-outside-covers");

  private CalendarCodes() {}

  /// All codes, by id.
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
