package dev.procc.language.whatif;

import dev.procc.base.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An edit of a definition that is supposed and not made.
public sealed interface HypotheticalEdit {
  /// A day more in `holidays` of a calendar.
  ///
  /// @param name what it is; null if not given
  record DayOff(String calendar, LocalDate date, @Nullable String name)
      implements HypotheticalEdit {}

  /// A day more in `extraWorkdays` of a calendar.
  record ExtraWorkday(String calendar, LocalDate date, @Nullable String name)
      implements HypotheticalEdit {}

  /// A day less in a calendar, whichever list it stands in.
  record DayRemoved(String calendar, LocalDate date) implements HypotheticalEdit {}

  /// A person away, both days included.
  ///
  /// @param person the alias
  /// @param cover the alias of who covers; null if nobody does
  record PersonAway(String person, LocalDate from, LocalDate to, @Nullable String cover)
      implements HypotheticalEdit {}

  /// Another text in place of a scalar.
  record ScalarRewrite(Span span, String text) implements HypotheticalEdit {}

  /// A field of a document of a kind: another value, or one more line.
  ///
  /// @param kind `Process` or `Period`
  record DocumentFieldEdit(String kind, String key, String field, String text)
      implements HypotheticalEdit {}
}
