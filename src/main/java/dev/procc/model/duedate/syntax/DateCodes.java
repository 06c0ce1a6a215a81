package dev.procc.model.duedate.syntax;

import dev.procc.base.finding.Code;
import java.util.List;

/// The codes of findings about calendars and dates.
public final class DateCodes {
  public static final Code SYNTAX = Code.error("PC201", "date-syntax");
  public static final Code UNKNOWN_REFERENCE = Code.error("PC202", "unknown-date-reference");
  public static final Code CIRCULAR_DATE = Code.error("PC203", "circular-date");
  public static final Code NO_SUCH_DAY_NUMBER = Code.error("PC204", "no-such-day-number");
  public static final Code OUTSIDE_SCHEDULE = Code.error("PC205", "outside-schedule");
  public static final Code OUTSIDE_CALENDAR = Code.error("PC206", "outside-calendar");
  public static final Code DUE_DATE_ON_DAY_OFF = Code.warning("PC207", "due-date-on-day-off");
  public static final Code DUE_BEFORE_PREDECESSOR = Code.warning("PC208", "due-before-predecessor");
  public static final Code APPROVAL_BEFORE_DUE_DATE =
      Code.error("PC209", "approval-before-due-date");
  public static final Code DUE_AFTER_PARENT = Code.warning("PC210", "due-after-parent");
  public static final Code EMPTY_CLAMP = Code.error("PC211", "empty-clamp");
  public static final Code COUNT_TOO_LARGE = Code.error("PC212", "count-too-large");
  public static final Code NO_BUSINESS_DAY = Code.error("PC213", "no-business-day");
  public static final Code ANCHOR_WITHOUT_DATE = Code.error("PC214", "anchor-without-date");
  public static final Code EXCLUDED_AND_INCLUDED = Code.info("PC215", "excluded-and-included");
  public static final Code REDUNDANT_CALENDAR_DAY = Code.info("PC216", "redundant-calendar-day");
  public static final Code INCOMPLETE_SCHEDULE = Code.error("PC217", "incomplete-schedule");
  public static final Code START_ON_DAY_OFF = Code.warning("PC218", "start-on-day-off");
  public static final Code DUE_DATE_PASSED = Code.warning("PC219", "due-date-passed");
  public static final Code SERVER_MAY_MOVE_DATES = Code.info("PC220", "server-may-move-dates");
  public static final Code NO_SUCH_DAY_IN_SPAN = Code.error("PC221", "no-such-day-in-span");
  public static final Code AMBIGUOUS_SHORTHAND = Code.error("PC222", "ambiguous-date-shorthand");
  public static final Code SCHEDULE_DAY_IN_PERIOD = Code.warning("PC223", "schedule-day-in-period");
  public static final Code COUNTED_WITHOUT_CALENDAR =
      Code.warning("PC226", "counted-without-calendar");

  private DateCodes() {}

  /// All codes, in order.
  public static List<Code> all() {
    return List.of(
        SYNTAX,
        UNKNOWN_REFERENCE,
        CIRCULAR_DATE,
        NO_SUCH_DAY_NUMBER,
        OUTSIDE_SCHEDULE,
        OUTSIDE_CALENDAR,
        DUE_DATE_ON_DAY_OFF,
        DUE_BEFORE_PREDECESSOR,
        APPROVAL_BEFORE_DUE_DATE,
        DUE_AFTER_PARENT,
        EMPTY_CLAMP,
        COUNT_TOO_LARGE,
        NO_BUSINESS_DAY,
        ANCHOR_WITHOUT_DATE,
        EXCLUDED_AND_INCLUDED,
        REDUNDANT_CALENDAR_DAY,
        INCOMPLETE_SCHEDULE,
        START_ON_DAY_OFF,
        DUE_DATE_PASSED,
        SERVER_MAY_MOVE_DATES,
        NO_SUCH_DAY_IN_SPAN,
        AMBIGUOUS_SHORTHAND,
        SCHEDULE_DAY_IN_PERIOD,
        COUNTED_WITHOUT_CALENDAR);
  }
}
