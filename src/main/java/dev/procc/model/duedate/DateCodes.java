package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import java.util.List;

/// The findings about calendars and dates.
public final class DateCodes {
  public static final Code SYNTAX = Code.error("PC201", "date-syntax");
  public static final Code UNKNOWN = Code.error("PC202", "unknown-date-reference");
  public static final Code CIRCULAR = Code.error("PC203", "circular-date");
  public static final Code NO_SUCH_NUMBER = Code.error("PC204", "no-such-day-number");
  public static final Code OUTSIDE_SCHEDULE = Code.error("PC205", "outside-schedule");
  public static final Code OUTSIDE_CALENDAR = Code.error("PC206", "outside-calendar");
  public static final Code ON_DAY_OFF = Code.warning("PC207", "due-date-on-day-off");
  public static final Code BEFORE_PREDECESSOR = Code.warning("PC208", "due-before-predecessor");
  public static final Code APPROVAL_BEFORE_DUE = Code.error("PC209", "approval-before-due-date");
  public static final Code AFTER_PARENT = Code.warning("PC210", "due-after-parent");
  public static final Code EMPTY_CLAMP = Code.error("PC211", "empty-clamp");
  public static final Code TOO_FAR = Code.error("PC212", "count-too-large");
  public static final Code NO_BUSINESS_DAY = Code.error("PC213", "no-business-day");
  public static final Code NO_ANCHOR = Code.error("PC214", "anchor-without-date");
  public static final Code EXCLUDED_AND_INCLUDED = Code.info("PC215", "excluded-and-included");
  public static final Code REDUNDANT_DAY = Code.info("PC216", "redundant-calendar-day");
  public static final Code BAD_SCHEDULE = Code.error("PC217", "incomplete-schedule");
  public static final Code START_ON_DAY_OFF = Code.warning("PC218", "start-on-day-off");
  public static final Code DUE_DATE_PASSED = Code.warning("PC219", "due-date-passed");
  public static final Code SERVER_MAY_MOVE = Code.info("PC220", "server-may-move-dates");
  public static final Code NOT_IN_SPAN = Code.error("PC221", "no-such-day-in-span");
  public static final Code SHORTHAND = Code.error("PC222", "ambiguous-date-shorthand");
  public static final Code WORKIVA_NUMBER = Code.warning("PC223", "schedule-day-in-period");

  private DateCodes() {}

  /// All of them, in order.
  public static List<Code> all() {
    return List.of(
        SYNTAX,
        UNKNOWN,
        CIRCULAR,
        NO_SUCH_NUMBER,
        OUTSIDE_SCHEDULE,
        OUTSIDE_CALENDAR,
        ON_DAY_OFF,
        BEFORE_PREDECESSOR,
        APPROVAL_BEFORE_DUE,
        AFTER_PARENT,
        EMPTY_CLAMP,
        TOO_FAR,
        NO_BUSINESS_DAY,
        NO_ANCHOR,
        EXCLUDED_AND_INCLUDED,
        REDUNDANT_DAY,
        BAD_SCHEDULE,
        START_ON_DAY_OFF,
        DUE_DATE_PASSED,
        SERVER_MAY_MOVE,
        NOT_IN_SPAN,
        SHORTHAND,
        WORKIVA_NUMBER);
  }
}
