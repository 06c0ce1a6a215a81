package dev.procc.model.duedate;

import dev.procc.base.source.Origin;

/// A text of the date language at a field, with its origin.
///
/// @param origin where it was written, and what brought it here
/// @param fromDefault whether a default brought it; then it is left out, with an info, where the
///   node lacks a date it builds on
public record DateText(String text, Origin origin, boolean fromDefault) {
  /// The text of a date that could not be read; nothing anybody can write.
  private static final String UNREADABLE = "\u0000";

  /// A date that could not be read, which was reported.
  public static DateText unreadable(Origin origin) {
    return new DateText(UNREADABLE, origin, false);
  }

  public boolean isUnreadable() {
    return text.equals(UNREADABLE);
  }

  /// A text on the node itself.
  public static DateText written(String text, Origin origin) {
    return new DateText(text, origin, false);
  }
}
