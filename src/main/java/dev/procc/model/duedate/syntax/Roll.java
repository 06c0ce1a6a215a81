package dev.procc.model.duedate.syntax;

/// What happens, once and at the end, to a date on a day off.
public enum Roll {
  /// No roll is written: the project's default, else the date stays and is reported.
  UNSPECIFIED(""),
  NEXT("or next business day"),
  PREVIOUS("or previous business day"),
  NEXT_IN_MONTH("or next business day in the month"),
  PREVIOUS_IN_MONTH("or previous business day in the month"),
  /// It stays, on purpose.
  KEEP("even on a day off");

  private final String text;

  Roll(String words) {
    this.text = words;
  }

  /// As the formatter writes it.
  public String text() {
    return text;
  }
}
