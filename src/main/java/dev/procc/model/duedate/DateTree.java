package dev.procc.model.duedate;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// A process, expanded and with its defaults applied, as far as dates are concerned.
///
/// @param address its identity, `close@2024-Q4`
/// @param calendar what its schedule counts by, and its dates without a nearer calendar
/// @param root the root group
/// @param relativeDates null if the process does not say
public record DateTree(
    String address,
    SourcedCalendar calendar,
    @Nullable SourcedPeriod period,
    @Nullable DateText businessStartDate,
    @Nullable DateText businessEndDate,
    @Nullable DateText dueDate,
    @Nullable RelativeDates relativeDates,
    DateNode root) {
  /// The flag `relativeDates` with its span.
  public record RelativeDates(boolean value, @Nullable Span span) {}
}
