package dev.procc.base.text;

import java.util.Locale;

/// Characters that look like a blank, or like nothing.
public final class HiddenText {
  private HiddenText() {}

  /// The offset of the first hidden character at or after an offset, joiners and unusual blanks
  /// included; -1 if there is none.
  public static int next(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < 0x7f) {
        continue;
      }
      int point = text.codePointAt(at);
      if (isBlank(point) || isWidthless(point)) {
        return at;
      }
      at += Character.charCount(point) - 1;
    }
    return -1;
  }

  /// The text as it looks: unusual blanks become blanks, and characters without a width are left
  /// out.
  public static String visible(String text) {
    return replaced(text, " ");
  }

  /// The text without hidden characters.
  public static String without(String text) {
    return replaced(text, "");
  }

  private static String replaced(String text, String blank) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (int at = next(text, 0); at >= 0; at = next(text, copied)) {
      int point = text.codePointAt(at);
      out.append(text, copied, at).append(isBlank(point) ? blank : "");
      copied = at + Character.charCount(point);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /// Whether a character looks like a blank but is another one.
  public static boolean isBlank(int point) {
    return point == 0x85 || point > 0x7f && Character.isSpaceChar(point);
  }

  private static boolean isWidthless(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT || type != Character.SURROGATE && ActiveText.isActive(point);
  }

  /// `U+202E`.
  public static String number(int point) {
    String hex = Integer.toHexString(point).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
  }

  /// `U+00A0 (no-break space)`.
  public static String describe(int point) {
    String name = Character.getName(point);
    return number(point) + (name == null ? "" : " (" + name.toLowerCase(Locale.ROOT) + ")");
  }
}
