package dev.procc.view.run;

import dev.procc.base.text.Plural;
import dev.procc.live.apply.RunStatus;
import dev.procc.live.apply.RunStatus.NodeStatus;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The business days until and since the dates of a run, each in the calendar of its date.
final class RunDays {
  private final RunStatus status;
  private final RunCalendars calendars;

  RunDays(RunStatus status, RunCalendars calendars) {
    this.status = status;
    this.calendars = calendars;
  }

  /// The business days until the process is due; null if it has no date, is past it or has ended.
  @Nullable Integer left() {
    LocalDate due = status.run().dueDate().orElse(null);
    BusinessCalendar calendar = calendars.find(null);
    return calendar == null || due == null || due.isBefore(status.asOf()) || status.hasEnded()
        ? null
        : count(calendar, status.asOf(), due);
  }

  /// By how many business days a node is late; null if it is not, or the calendar is unknown.
  @Nullable Integer late(NodeStatus row) {
    LocalDate due = row.due().date().orElse(null);
    BusinessCalendar calendar = row.late() ? calendars.find(row) : null;
    return calendar == null || due == null ? null : count(calendar, due, status.asOf());
  }

  /// ` (1 day off in es-madrid since)`: the listed days off since a late node was due, which do not
  /// count as late; empty if there are none.
  String offText(NodeStatus row) {
    BusinessCalendar calendar = calendars.find(row);
    int off = offSince(row);
    return off == 0 || calendar == null
        ? ""
        : " (" + Plural.of(off, "day") + " off in " + calendar.key() + " since)";
  }

  private int offSince(NodeStatus row) {
    LocalDate due = row.due().date().orElse(null);
    BusinessCalendar calendar = row.late() ? calendars.find(row) : null;
    int off = 0;
    if (calendar != null && due != null) {
      for (int day = EpochDays.of(due) + 1; day <= EpochDays.of(status.asOf()); day++) {
        off += calendar.reason(day).kind() == DayReason.ReasonKind.HOLIDAY ? 1 : 0;
      }
    }
    return off;
  }

  /// The number of business days after one day, until another.
  private static int count(BusinessCalendar calendar, LocalDate after, LocalDate until) {
    return calendar.count((int) after.toEpochDay() + 1, (int) until.toEpochDay() + 1);
  }
}
