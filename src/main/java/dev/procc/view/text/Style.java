package dev.procc.view.text;

import dev.procc.base.finding.Severity;

/// Colour for a terminal, or none. Colour only repeats what the words say already.
public enum Style {
  PLAIN,
  COLOUR;

  /// The coloured style if asked for, else the plain one.
  public static Style of(boolean colour) {
    return colour ? COLOUR : PLAIN;
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String faint(String text) {
    return paint("2", text);
  }

  /// Green: new, or good.
  public String green(String text) {
    return paint("32", text);
  }

  /// Red: removed, or wrong.
  public String red(String text) {
    return paint("31", text);
  }

  /// Yellow: changed, or to be looked at.
  public String yellow(String text) {
    return paint("33", text);
  }

  /// Cyan: a place, a name.
  public String cyan(String text) {
    return paint("36", text);
  }

  /// In the colour of a severity, bold.
  public String severity(Severity severity, String text) {
    if (severity == Severity.ERROR) {
      return paint("1;31", text);
    }
    return paint(severity == Severity.WARNING ? "1;33" : "1;36", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
