package dev.procc.language.ast;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Weekdays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A business calendar as written.
///
/// @param document the whole document, for edits of its lists
/// @param workweek the weekdays that are business days
/// @param coverage the days for which it is maintained; null if it does not say
public record CalendarDecl(
    Scalar key,
    Mapping document,
    Origin origin,
    WorkweekDecl workweek,
    @Nullable CoverageDecl coverage,
    @Nullable Scalar source,
    List<Scalar> alsoClosedIn,
    List<DayDecl> holidays,
    List<DayDecl> extraWorkdays) {

  /// @param origin of the days
  public record WorkweekDecl(Weekdays days, Origin origin) {}

  /// @param days null if the text is not a range of days, which was reported
  /// @param written `2024-10-01..2025-01-31`
  public record CoverageDecl(@Nullable DayRange days, Scalar written) {}

  /// The days for which it is maintained; null if it does not say, or not as a range.
  public @Nullable DayRange coveredDays() {
    return coverage == null ? null : coverage.days();
  }

  /// The text of its coverage; null if there is none.
  public @Nullable Scalar covers() {
    return coverage == null ? null : coverage.written();
  }

  /// A listed day.
  ///
  /// @param date the day
  /// @param name of the day; empty if it has none
  /// @param span of the date as written
  public record DayDecl(LocalDate date, String name, Span span) {}
}
