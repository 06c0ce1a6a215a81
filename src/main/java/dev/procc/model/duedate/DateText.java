package dev.procc.model.duedate;

import dev.procc.base.source.Origin;

/// The text of a date expression in a field, and its origin.
///
/// @param origin where it is written, and what it passed through
/// @param fromDefault whether it is a default; a default is dropped, with an info, where the node
///   lacks a date that it depends on
public record DateText(String text, Origin origin, boolean fromDefault) {
  /// The text of a date that could not be read; nobody can type it.
  private static final String UNREADABLE = "\u0000";

  /// The text of a date that could not be read and has a finding.
  public static DateText unreadable(Origin origin) {
    return new DateText(UNREADABLE, origin, false);
  }

  public boolean isUnreadable() {
    return text.equals(UNREADABLE);
  }

  /// A text that is written at the node itself.
  public static DateText written(String text, Origin origin) {
    return new DateText(text, origin, false);
  }
}
