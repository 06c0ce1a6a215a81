package dev.procc.base.text;

/// What of a text acts where it is shown, instead of being read: on a terminal, in a log of CI, on
/// the text beside it.
public final class ActiveText {
  private static final int TAB = 4;

  private ActiveText() {}

  /// The text made safe to show in a line: tabs become blanks; control characters, line ends and
  /// characters that change the direction of writing become visible signs. `##[error]` and
  /// `##vso[task]` get a backslash that ends what they do.
  public static String visible(String text) {
    return visible(text, " ".repeat(TAB));
  }

  /// The same for a line of a file, its tabs as they are.
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

  /// Whether a character is a control character, ends a line, turns the direction of writing, hides
  /// itself, or is none by Unicode.
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

  /// Whether the bracket of `##[error]` or `##vso[task]` stands at an offset. Runners of CI obey
  /// both wherever they stand in a line.
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

  /// Where in a line stands `::`, which begins a command after blanks; -1 if it does not.
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
