package dev.procc.language.suppose;

import dev.procc.base.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One edit to suppose.
public sealed interface Supposal {
  /// A day more in `holidays` of a calendar.
  ///
  /// @param name what it is; absent when nobody said
  record DayOff(String calendar, LocalDate date, @Nullable String name) implements Supposal {}

  /// A day more in `extraWorkdays` of a calendar.
  record Workday(String calendar, LocalDate date, @Nullable String name) implements Supposal {}

  /// A day less in a calendar, whichever list it stands in.
  record NotListed(String calendar, LocalDate date) implements Supposal {}

  /// A person away, both days included.
  ///
  /// @param person the alias
  /// @param cover the alias of who covers; absent when nobody does
  record Away(String person, LocalDate from, LocalDate to, @Nullable String cover)
      implements Supposal {}

  /// Another text in place of a scalar.
  record Rewrite(Span span, String text) implements Supposal {}

  /// A field of a document of a kind: another value, or one more line.
  ///
  /// @param kind `Process` or `Period`
  record Field(String kind, String key, String field, String text) implements Supposal {}
}
