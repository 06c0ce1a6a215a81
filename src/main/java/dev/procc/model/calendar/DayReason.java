package dev.procc.model.calendar;

/// The reason why a day is a working day or a closed one: the line of a calendar that decides.
///
/// This room knows no source texts. The builder of the calendar knows the span of each line:
/// `calendar`, `kind` and `index` say which one.
///
/// @param calendar the key of the calendar whose line it is; with `alsoClosedIn` it may be another
///   one than was asked
/// @param index the place in that calendar's `holidays` or `extraWorkdays`, from 0; -1 for the line
///   of workdays
/// @param name the name of the listed day, empty when it has none; of a day off in the week that is
///   no weekend, `no workday`
public record DayReason(ReasonKind kind, String calendar, int index, String name) {
  /// The kinds of line that decide about a day, strongest first.
  public enum ReasonKind {
    EXTRA_WORKDAY,
    HOLIDAY,
    WORKDAY,
    WEEKEND
  }

  /// Whether the day is off.
  public boolean isClosed() {
    return kind == ReasonKind.HOLIDAY || kind == ReasonKind.WEEKEND;
  }

  /// What people read after "off,": `New Year's Day`, `holiday`, `weekend`, `no workday`; for an
  /// open day `workday` or `extra workday`.
  public String text() {
    return switch (kind) {
      case EXTRA_WORKDAY -> name.isEmpty() ? "extra workday" : name;
      case HOLIDAY -> name.isEmpty() ? "holiday" : name;
      case WORKDAY -> "workday";
      case WEEKEND -> name.isEmpty() ? "weekend" : name;
    };
  }
}
