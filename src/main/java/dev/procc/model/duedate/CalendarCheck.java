package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayReason;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A law about a calendar's own lines, whoever uses it.
public interface CalendarCheck {
  Code code();

  void check(SourcedCalendar calendar, Consumer<Diagnostic> found);

  /// All of them, in the order of their codes.
  static List<CalendarCheck> all() {
    return List.of(new ExcludedAndIncluded(), new RedundantDay());
  }

  /// The line of a listed day.
  static @Nullable Span line(
      SourcedCalendar calendar, DayReason.Kind kind, int index, String name) {
    return calendar.lines().of(new DayReason(kind, calendar.days().key(), index, name));
  }
}
