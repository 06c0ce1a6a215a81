package dev.procc.base.text;

/// Active characters and words of a text: those that a terminal, a CI log or the text around them
/// would act on instead of showing them.
public final class ActiveText {
  private static final int TAB = 4;

  private ActiveText() {}

  /// The text made safe to show within a line. Tabs become blanks; control characters, line ends
  /// and characters that change the direction of writing become visible signs. `##[error]` and
  /// `##vso[task]` get a backslash, so that they are no commands.
  public static String visible(String text) {
    return visible(text, " ".repeat(TAB));
  }

  /// A line of a file made safe in the same way, with its tabs.
  public static String visibleFileLine(String text) {
    return visible(text, "\t");
  }

  private static String visible(String text, String tab) {
    int at = 0;
    while (at < text.length() && isPrintableAscii(text.charAt(at)) && !endsCommand(text, at)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8).append(text, 0, at);
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point == '\t') {
        out.append(tab);
      } else if (point < 0x20) {
        out.append((char) (0x2400 + point));
      } else if (point == 0x7f) {
        out.append('\u2421');
      } else if (isActive(point)) {
        out.append('\ufffd');
      } else {
        out.append(endsCommand(text, at) ? "\\" : "").appendCodePoint(point);
      }
      at += Character.charCount(point);
    }
    return out.toString();
  }

  private static boolean isPrintableAscii(char c) {
    return c >= 0x20 && c < 0x7f;
  }

  /// Whether a character is a control character, a line end, a change of the direction of writing,
  /// invisible, or not a character of Unicode.
  public static boolean isActive(int point) {
    return point < 0x20
        || (point >= 0x7f && point < 0xa0)
        || point == 0x061c
        || point == 0x200e
        || point == 0x200f
        || (point >= 0x2028 && point <= 0x202e)
        || (point >= 0x2066 && point <= 0x2069)
        || (point >= 0xd800 && point <= 0xdfff)
        || (point >= 0xfdd0 && point <= 0xfdef)
        || (point >= 0xfff9 && point <= 0xfffb)
        || point == 0xfffe
        || point == 0xffff
        || (point >= 0xe0000 && point <= 0xe007f);
  }

  /// Whether the bracket of `##[error]` or `##vso[task]` is at an offset. CI runners obey both
  /// anywhere in a line.
  public static boolean endsCommand(String text, int offset) {
    if (text.charAt(offset) != '[') {
      return false;
    }
    int at = offset - 1;
    while (at > 0 && Character.isLetter(text.charAt(at))) {
      at--;
    }
    return at > 0 && text.charAt(at) == '#' && text.charAt(at - 1) == '#';
  }

  /// The offset of a `::` that begins a command after blanks; -1 if the line has none.
  public static int commandStart(String line) {
    int at = 0;
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    return line.startsWith("::", at) ? at : -1;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || isActive(c) || c == '\ufeff';
  }
}
