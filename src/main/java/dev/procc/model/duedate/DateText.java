package dev.procc.model.duedate;

import dev.procc.base.source.Origin;

/// A text of the date language at a field, with its origin.
///
/// @param origin where it was written, and what brought it here
/// @param fromDefault whether a default brought it; then it is left out, with an info, where the
///   node lacks a date it builds on
public record DateText(String text, Origin origin, boolean fromDefault) {
  /// A text written on the node itself.
  public static DateText written(String text, Origin origin) {
    return new DateText(text, origin, false);
  }
}
