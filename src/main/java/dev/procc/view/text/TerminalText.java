package dev.procc.view.text;

import dev.procc.base.text.ActiveText;
import java.util.Arrays;

/// The width of text on a terminal, and text without control sequences.
///
/// Wide and full-width characters of East Asian scripts and emoji take two columns (Unicode
/// Standard Annex 11), combining marks take none.
public final class TerminalText {
  /// The first and last character of each range that is two columns wide, in order.
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3,
    0x25fd, 0x25fe, 0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267f, 0x267f, 0x268a, 0x268f,
    0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce,
    0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa, 0x26fd, 0x26fd,
    0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755,
    0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50,
    0x2b55, 0x2b55, 0x2e80, 0x303e, 0x3041, 0x3247, 0x3250, 0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7a3,
    0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0,
    0x18aff, 0x1aff0, 0x1b2fb, 0x1d300, 0x1d376, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e,
    0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e,
    0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8,
    0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b, 0x1f54e, 0x1f550,
    0x1f567, 0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680,
    0x1f6c5, 0x1f6cc, 0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6d7, 0x1f6dc, 0x1f6df, 0x1f6eb,
    0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0, 0x1f7eb, 0x1f7f0, 0x1f7f0, 0x1f90c, 0x1f93a, 0x1f93c,
    0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd,
  };

  private static final int TAB = 4;

  private TerminalText() {}

  /// The number of columns of a text; marks of a style take none.
  public static int width(String text) {
    return width(text, 0, text.length());
  }

  /// The number of columns of the part `[from, to)` of a text.
  public static int width(String text, int from, int to) {
    int width = 0;
    int at = from;
    while (at < to) {
      char unit = text.charAt(at);
      if (unit >= 0x20 && unit < 0x7f) {
        width++;
        at++;
      } else {
        int point = text.codePointAt(at);
        width += width(point);
        at += Character.charCount(point);
      }
    }
    return width;
  }

  private static int width(int point) {
    if (point == '\t') {
      return TAB;
    }
    if (Style.isMark(point)) {
      return 0;
    }
    if (point < 0x300) {
      return 1;
    }
    if (ActiveText.isActive(point)) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    int found = Arrays.binarySearch(WIDE, point);
    return found >= 0 || (-found - 1) % 2 == 1 ? 2 : 1;
  }

  /// The text made safe to show within a line, with tabs as blanks, see `ActiveText`.
  public static String sanitize(String text) {
    return ActiveText.visible(text);
  }

  /// The line changed so that no CI runner takes it for a command.
  static String breakCommand(String line) {
    int at = ActiveText.commandStart(line);
    return at < 0 ? line : line.substring(0, at) + "\\" + line.substring(at);
  }
}
