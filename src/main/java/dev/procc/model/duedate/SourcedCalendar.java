package dev.procc.model.duedate;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import org.jspecify.annotations.Nullable;

/// A business calendar with the texts it was made of.
///
/// @param origin everything a change of the calendar could come from: its lines, and those of the
///   calendars it is also closed in; one node, shared by all dates that count by it; null for a
///   built-in calendar
/// @param lines the span of the line that decides about a day
public record SourcedCalendar(BusinessCalendar days, @Nullable Origin origin, LineLookup lines) {
  private static final LineLookup NOT_READ = reason -> null;

  /// The span of the line of each reason.
  @FunctionalInterface
  public interface LineLookup {
    /// The line of `workdays`, of a holiday or of an extra workday, by the reason's calendar, kind
    /// and index; null if no text says it.
    @Nullable Span span(DayReason reason);
  }

  /// Monday to Friday, where no text says which days are worked.
  public static SourcedCalendar builtIn() {
    return new SourcedCalendar(BusinessCalendar.monToFri(), null, reason -> null);
  }

  /// A calendar of which it could not be read which days are worked: no day is counted by it.
  public static SourcedCalendar unknown(Origin origin) {
    return new SourcedCalendar(BusinessCalendar.monToFri(), origin, NOT_READ);
  }

  /// Whether it could not be read which days are worked.
  public boolean isUnknown() {
    return lines == NOT_READ;
  }

  /// Whether no text says which days are worked.
  public boolean isBuiltIn() {
    return origin == null;
  }

  /// Identity: one shared node, not a value.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
