package dev.procc.view.text;

import dev.procc.base.finding.Severity;
import java.util.List;

/// The colours for a terminal, or none. Colour only repeats what the words already say.
///
/// A text in a colour is between two marks, which are noncharacters of Unicode (U+FDD0 and
/// following). `SafeText` turns them into terminal codes for a coloured terminal, so that no text
/// contains an escape character before it is written.
public enum Style {
  PLAIN,
  COLOUR;

  private static final char FIRST_MARK = '\ufdd0';
  private static final List<String> CODES =
      List.of("0", "1", "2", "31", "32", "33", "36", "1;31", "1;33", "1;36");

  /// The coloured style if requested, otherwise the plain one.
  public static Style of(boolean colour) {
    return colour ? COLOUR : PLAIN;
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String faint(String text) {
    return paint("2", text);
  }

  /// A text in green: new, or good.
  public String green(String text) {
    return paint("32", text);
  }

  /// A text in red: removed, or wrong.
  public String red(String text) {
    return paint("31", text);
  }

  /// A text in yellow: changed, or to be looked at.
  public String yellow(String text) {
    return paint("33", text);
  }

  /// A text in cyan: a place, a name.
  public String cyan(String text) {
    return paint("36", text);
  }

  /// A text in the colour of a severity, bold.
  public String severity(Severity severity, String text) {
    if (severity == Severity.ERROR) {
      return paint("1;31", text);
    }
    return paint(severity == Severity.WARNING ? "1;33" : "1;36", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty()
        ? text
        : (char) (FIRST_MARK + CODES.indexOf(code)) + text + FIRST_MARK;
  }

  /// Whether a character is a mark of a style.
  static boolean isMark(int point) {
    return point >= FIRST_MARK && point < FIRST_MARK + CODES.size();
  }

  /// The text with its marks as terminal codes.
  static String toTerminal(String text) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isMark(c)) {
        out.append("\u001b[").append(CODES.get(c - FIRST_MARK)).append('m');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// The text without its marks.
  static String strip(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isMark(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }
}
