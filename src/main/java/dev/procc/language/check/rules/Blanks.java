package dev.procc.language.check.rules;

import dev.procc.base.text.HiddenText;

/// Blanks in names and titles.
public final class Blanks {
  private Blanks() {}

  /// Whether a text looks blank, also if it has characters that nobody sees.
  public static boolean looksBlank(String text) {
    return HiddenText.visible(text).isBlank();
  }

  /// The text with one blank in place of several or of a tab, and none at its ends; the same if it
  /// is so already. A no-break blank between two words stays: some languages want it.
  public static String collapsed(String text) {
    if (!mayBeRagged(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isBlank(text.charAt(end))) {
        end++;
      }
      if (end > at && !out.isEmpty() && end < text.length()) {
        boolean single = end == at + 1 && text.charAt(at) != '\t';
        out.append(single ? text.charAt(at) : ' ');
      }
      if (end < text.length()) {
        out.append(text.charAt(end));
      }
      at = end + 1;
    }
    return out.toString();
  }

  private static boolean mayBeRagged(String text) {
    boolean before = true;
    for (int i = 0; i < text.length(); i++) {
      boolean blank = isBlank(text.charAt(i));
      if (blank && (before || text.charAt(i) == '\t')) {
        return true;
      }
      before = blank;
    }
    return before && !text.isEmpty();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\u00a0';
  }
}
