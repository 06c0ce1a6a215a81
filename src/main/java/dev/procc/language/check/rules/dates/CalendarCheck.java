package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A law about a calendar's own lines, whoever uses it.
public interface CalendarCheck {
  Code code();

  void check(SourcedCalendar calendar, Consumer<Finding> findings);

  /// All of them, in the order of their codes.
  static List<CalendarCheck> all() {
    return List.of(new ExcludedAndIncluded(), new RedundantCalendarDay());
  }

  /// The line of a listed day.
  static @Nullable Span line(
      SourcedCalendar calendar, DayReason.ReasonKind kind, int index, String name) {
    return calendar.lines().span(new DayReason(kind, calendar.days().key(), index, name));
  }
}
