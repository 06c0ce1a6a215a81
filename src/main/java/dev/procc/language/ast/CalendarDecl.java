package dev.procc.language.ast;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.Weekdays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A business calendar as written.
///
/// @param document the whole document, for edits of its lists
/// @param workdays the weekdays that are business days
/// @param workdaysOrigin where they are written
/// @param coversFrom the first day that was looked up, when the calendar says so
/// @param coversTo the last one
public record CalendarDecl(
    Scalar key,
    Mapping document,
    Origin origin,
    Weekdays workdays,
    Origin workdaysOrigin,
    @Nullable LocalDate coversFrom,
    @Nullable LocalDate coversTo,
    @Nullable Scalar covers,
    @Nullable Scalar source,
    List<Scalar> alsoClosedIn,
    List<DayDecl> holidays,
    List<DayDecl> extraWorkdays) {

  /// A day that is listed.
  ///
  /// @param date the day
  /// @param name what it is; empty when nobody said
  /// @param span the date as written
  public record DayDecl(LocalDate date, String name, Span span) {}
}
