package dev.procc.model.calendar;

/// The reason why a day is a working day or a closed one: the line of a calendar that decides it.
///
/// It refers to that line by `calendar`, `kind` and `index`, since this package knows no source
/// files; whoever built the calendar has the span.
///
/// @param calendar the key of the calendar with the line; because of `alsoClosedIn` not always the
///   one that was asked
/// @param index the index in that calendar's `holidays` or `extraWorkdays`, from 0; -1 for the line
///   of workdays
/// @param name the name of the listed day, empty if it has none; `no workday` for a closed weekday
///   that is not a weekend
public record DayReason(ReasonKind kind, String calendar, int index, String name) {
  /// The kinds of line that decide about a day, strongest first.
  public enum ReasonKind {
    EXTRA_WORKDAY,
    HOLIDAY,
    WORKDAY,
    WEEKEND
  }

  /// Whether the day is closed.
  public boolean isClosed() {
    return kind == ReasonKind.HOLIDAY || kind == ReasonKind.WEEKEND;
  }

  /// The text after "off," in messages: `New Year's Day`, `holiday`, `weekend`, `no workday`; for a
  /// working day `workday` or `extra workday`.
  public String text() {
    return switch (kind) {
      case EXTRA_WORKDAY -> name.isEmpty() ? "extra workday" : name;
      case HOLIDAY -> name.isEmpty() ? "holiday" : name;
      case WORKDAY -> "workday";
      case WEEKEND -> name.isEmpty() ? "weekend" : name;
    };
  }
}
