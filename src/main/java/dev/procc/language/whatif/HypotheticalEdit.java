package dev.procc.language.whatif;

import dev.procc.base.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An edit of a definition that is assumed but not made.
public sealed interface HypotheticalEdit {
  /// A further day in `holidays` of a calendar.
  ///
  /// @param name of the day; null if not given
  record DayOff(String calendar, LocalDate date, @Nullable String name)
      implements HypotheticalEdit {}

  /// A further day in `extraWorkdays` of a calendar.
  record ExtraWorkday(String calendar, LocalDate date, @Nullable String name)
      implements HypotheticalEdit {}

  /// The removal of a day from a calendar, whichever list it is in.
  record DayRemoved(String calendar, LocalDate date) implements HypotheticalEdit {}

  /// The absence of a person, both days included.
  ///
  /// @param person the alias
  /// @param cover the alias of the substitute; null if there is none
  record PersonAway(String person, LocalDate from, LocalDate to, @Nullable String cover)
      implements HypotheticalEdit {}

  /// Another text for a scalar.
  record ScalarRewrite(Span span, String text) implements HypotheticalEdit {}

  /// A field of a document: another value, or a new line.
  ///
  /// @param kind `Process` or `Period`
  record DocumentFieldEdit(String kind, String key, String field, String text)
      implements HypotheticalEdit {}
}
