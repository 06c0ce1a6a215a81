package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;

/// How scalars are spelled: never another value, only quotes, line ends and indentation.
final class ScalarSpelling {
  private ScalarSpelling() {}

  /// The lines of a plain or quoted scalar without their indentation; empty lines are content.
  ///
  /// @param raw as written
  static List<String> lines(String raw, Scalar.Style style) {
    String spelled = style == Scalar.Style.PLAIN ? raw : normalizeQuotes(raw, style);
    if (spelled.indexOf('\n') < 0 && spelled.indexOf('\r') < 0) {
      return List.of(spelled);
    }
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (true) {
      int end = at;
      while (end < spelled.length() && spelled.charAt(end) != '\n' && spelled.charAt(end) != '\r') {
        end++;
      }
      boolean last = end == spelled.length();
      String line = spelled.substring(at, end);
      lines.add(trim(line, lines.isEmpty(), last, style));
      if (last) {
        return lines;
      }
      boolean two =
          spelled.charAt(end) == '\r'
              && end + 1 < spelled.length()
              && spelled.charAt(end + 1) == '\n';
      at = end + (two ? 2 : 1);
    }
  }

  private static String trim(String line, boolean first, boolean last, Scalar.Style style) {
    int from = 0;
    int to = line.length();
    while (!first && from < to && isBlank(line.charAt(from))) {
      from++;
    }
    while (!last && to > from && isBlank(line.charAt(to - 1))) {
      to--;
    }
    int backslashes = 0;
    while (to - backslashes > from && line.charAt(to - 1 - backslashes) == '\\') {
      backslashes++;
    }
    // An escaped blank at the end of a line is content.
    boolean escaped =
        style == Scalar.Style.DOUBLE_QUOTED && backslashes % 2 == 1 && to < line.length() && !last;
    return line.substring(from, escaped ? to + 1 : to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// Double quotes, but for a text that would need escapes then and needs none now.
  static String normalizeQuotes(String raw, Scalar.Style style) {
    String inner = raw.substring(1, raw.length() - 1);
    boolean single = style == Scalar.Style.SINGLE_QUOTED;
    if (single ? inner.indexOf('\\') >= 0 : hasEscapes(inner)) {
      return raw;
    }
    if (inner.indexOf('"') >= 0) {
      return single ? raw : "'" + inner.replace("\\\"", "\"").replace("'", "''") + "'";
    }
    return '"' + (single ? inner.replace("''", "'") : inner) + '"';
  }

  /// Whether a double-quoted text escapes anything but a quote.
  private static boolean hasEscapes(String inner) {
    for (int i = 0; i < inner.length(); i++) {
      if (inner.charAt(i) == '\\') {
        i++;
        if (i >= inner.length() || inner.charAt(i) != '"') {
          return true;
        }
      }
    }
    return false;
  }

  /// A block scalar at its new place.
  ///
  /// @param header `|`, `>-`, `|2+`
  /// @param lines its lines with the new indentation
  /// @param keepsTrailing whether the empty lines behind it are content
  record BlockScalarText(String header, List<String> lines, boolean keepsTrailing) {}

  /// @param indent of the mapping or list it stands in
  static BlockScalarText blockScalar(String text, Cst.ScalarNode scalar, int indent) {
    int end = scalar.start();
    while (end < text.length() && "|>+-0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String header = text.substring(scalar.start(), end);
    int digit = 0;
    for (int i = 0; i < header.length(); i++) {
      if (Character.isDigit(header.charAt(i))) {
        digit = header.charAt(i) - '0';
      }
    }
    boolean keeps = header.indexOf('+') >= 0;
    List<String> raw = bodyLines(text, end, scalar.end());
    int old = indentation(raw, scalar.value());
    String pad = " ".repeat(indent + (digit == 0 ? 2 : digit));
    List<String> lines = new ArrayList<>();
    for (String line : raw) {
      lines.add(line.length() <= old ? "" : pad + line.substring(old));
    }
    if (keeps) {
      int newlines = scalar.value().length();
      while (newlines > 0 && scalar.value().charAt(newlines - 1) == '\n') {
        newlines--;
      }
      int trailing = scalar.value().length() - newlines;
      for (int i = newlines == 0 ? 0 : 1; i < trailing; i++) {
        lines.add("");
      }
    }
    return new BlockScalarText(header, lines, keeps);
  }

  /// The lines behind the header line.
  private static List<String> bodyLines(String text, int from, int end) {
    List<String> lines = new ArrayList<>();
    int at = from;
    boolean header = true;
    while (at < end) {
      int stop = at;
      while (stop < end && text.charAt(stop) != '\n' && text.charAt(stop) != '\r') {
        stop++;
      }
      if (!header) {
        lines.add(text.substring(at, stop));
      }
      header = false;
      boolean two = stop + 1 < end && text.charAt(stop) == '\r' && text.charAt(stop + 1) == '\n';
      at = stop + (two ? 2 : 1);
    }
    return lines;
  }

  private static int indentation(List<String> lines, String value) {
    int blank = 0;
    for (String line : lines) {
      String content = line.stripLeading();
      if (content.isEmpty()) {
        continue;
      }
      int spaces = 0;
      while (spaces < line.length() && line.charAt(spaces) == ' ') {
        spaces++;
      }
      int at = 0;
      while (at < value.length() && value.charAt(at) == '\n') {
        at++;
      }
      while (at < value.length() && value.charAt(at) == ' ') {
        at++;
        blank++;
      }
      return Math.max(0, spaces - blank);
    }
    return Integer.MAX_VALUE;
  }

  /// How many columns a text takes: wide characters take two.
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      width += isWide(c) ? 2 : Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1;
    }
    return width;
  }

  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0x303E)
            || (c >= 0x3041 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1F64F)
            || (c >= 0x1F900 && c <= 0x1F9FF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }
}
