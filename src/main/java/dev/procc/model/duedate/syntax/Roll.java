package dev.procc.model.duedate.syntax;

/// The treatment of a date on a closed day, applied once, at the end.
public enum Roll {
  /// No roll is written: the project's default applies; without one, the date stays and is
  /// reported.
  UNSPECIFIED(""),
  NEXT("or next business day"),
  PREVIOUS("or previous business day"),
  NEXT_IN_MONTH("or next business day in the month"),
  PREVIOUS_IN_MONTH("or previous business day in the month"),
  /// The date stays on purpose.
  KEEP("even on a day off");

  private final String text;

  Roll(String words) {
    this.text = words;
  }

  /// The text as the formatter writes it.
  public String text() {
    return text;
  }
}
