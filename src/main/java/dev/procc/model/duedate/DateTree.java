package dev.procc.model.duedate;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// An expanded process, defaults applied, with what its dates need.
///
/// @param address its identity, `close@2024-Q4`
/// @param calendar of its schedule, and of dates without a nearer calendar
/// @param root the root group
/// @param relativeDates null if it is not set
public record DateTree(
    String address,
    SourcedCalendar calendar,
    @Nullable SourcedPeriod period,
    @Nullable DateText businessStartDate,
    @Nullable DateText businessEndDate,
    @Nullable DateText dueDate,
    @Nullable RelativeDates relativeDates,
    DateNode root) {
  /// The value of `relativeDates` and its span.
  public record RelativeDates(boolean value, @Nullable Span span) {}
}
