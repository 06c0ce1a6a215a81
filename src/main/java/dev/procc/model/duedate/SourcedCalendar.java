package dev.procc.model.duedate;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import org.jspecify.annotations.Nullable;

/// A business calendar with its source texts.
///
/// @param origin everything from which a change of the calendar can come: its lines, and those of
///   the calendars it is also closed in. All dates that count by it share this one node. Null for a
///   built-in calendar
/// @param lines finds the span of the line that decides about a day
public record SourcedCalendar(BusinessCalendar days, @Nullable Origin origin, LineLookup lines) {
  private static final LineLookup NOT_READ = reason -> null;

  /// A lookup of the span of the line of a reason.
  @FunctionalInterface
  public interface LineLookup {
    /// The span of the line of workdays, of a holiday or of an extra workday, found by the reason's
    /// calendar, kind and index; null if there is no such line.
    @Nullable Span span(DayReason reason);
  }

  /// Monday to Friday, for a process whose texts do not say which days are worked.
  public static SourcedCalendar builtIn() {
    return new SourcedCalendar(BusinessCalendar.monToFri(), null, reason -> null);
  }

  /// A calendar whose working days could not be read; nothing is counted by it.
  public static SourcedCalendar unknown(Origin origin) {
    return new SourcedCalendar(BusinessCalendar.monToFri(), origin, NOT_READ);
  }

  /// Whether its working days could not be read.
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
