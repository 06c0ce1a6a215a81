package dev.procc.language.format;

import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.cst.Cst;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;

/// The spelling of scalars: quotes, line breaks and indentation, but never the value.
final class ScalarSpelling {
  private ScalarSpelling() {}

  /// The lines of a plain or quoted scalar without their indentation; empty lines are content.
  ///
  /// @param raw the scalar as written
  static List<String> lines(String raw, Scalar.Style style) {
    String spelled = style == Scalar.Style.PLAIN ? raw : normalizeQuotes(raw, style);
    if (spelled.indexOf('\n') < 0 && spelled.indexOf('\r') < 0) {
      return List.of(spelled);
    }
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (true) {
      int end = TextLines.lineEnd(spelled, start);
      boolean last = end == spelled.length();
      int from = lines.isEmpty() ? start : TextLines.skipBlanks(spelled, start, end);
      String line = spelled.substring(from, end);
      lines.add(last ? line : trimEnd(line, style));
      if (last) {
        return lines;
      }
      start = TextLines.nextLine(spelled, end);
    }
  }

  /// A line without the blanks at its end, except an escaped blank, which is content.
  private static String trimEnd(String line, Scalar.Style style) {
    int end = TextLines.trimBlanks(line, 0, line.length());
    int backslashes = 0;
    while (backslashes < end && line.charAt(end - 1 - backslashes) == '\\') {
      backslashes++;
    }
    boolean escaped =
        style == Scalar.Style.DOUBLE_QUOTED && backslashes % 2 == 1 && end < line.length();
    return line.substring(0, escaped ? end + 1 : end);
  }

  /// A quoted text in double quotes, unless it would need escapes that it does not need now.
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

  /// Whether a double-quoted text escapes anything but quotes.
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

  /// A block scalar with a new indentation.
  ///
  /// @param header `|`, `>-`, `|2+`
  /// @param lines its lines, indented
  /// @param keepsTrailing whether the lines at its end without text are content
  record BlockScalarText(String header, List<String> lines, boolean keepsTrailing) {}

  /// Indents a block scalar.
  ///
  /// @param indent the indentation of the mapping or list that it is in
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
    boolean keepsTrailing = header.indexOf('+') >= 0;
    List<String> written = bodyLines(text, end, scalar.end());
    int old = indentation(written, scalar.value());
    String pad = " ".repeat(indent + (digit == 0 ? 2 : digit));
    List<String> lines = new ArrayList<>();
    for (String line : written) {
      lines.add(line.length() <= old ? "" : pad + line.substring(old));
    }
    List<String> after = linesAfterText(scalar.value(), keepsTrailing);
    for (String line : after) {
      lines.add(line.isEmpty() ? "" : pad + line);
    }
    return new BlockScalarText(header, lines, keepsTrailing || !after.isEmpty());
  }

  /// The lines after the last one with text that are content: of blanks, or empty ones if they are
  /// kept.
  private static List<String> linesAfterText(String value, boolean keepsTrailing) {
    int end = value.length();
    while (end > 0 && " \t\n".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = end == 0 ? 0 : value.indexOf('\n', end) + 1;
    if (from == 0 && end > 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(value.substring(from).split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    while (!keepsTrailing && !lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  /// The lines of a block scalar after its header, as written.
  private static List<String> bodyLines(String text, int from, int end) {
    List<String> lines = new ArrayList<>();
    int start = TextLines.nextLine(text, Math.min(TextLines.lineEnd(text, from), end));
    while (start < end) {
      int lineEnd = Math.min(TextLines.lineEnd(text, start), end);
      lines.add(text.substring(start, lineEnd));
      start = TextLines.nextLine(text, lineEnd);
    }
    return lines;
  }

  /// The columns of indentation that are not content; `Integer.MAX_VALUE` if all lines are blank.
  private static int indentation(List<String> lines, String value) {
    int content = 0;
    while (content < value.length() && value.charAt(content) == '\n') {
      content++;
    }
    int leadingBlanks = countBlanks(value, content);
    for (String line : lines) {
      if (!line.isBlank()) {
        return Math.max(0, countBlanks(line, 0) - leadingBlanks);
      }
    }
    return Integer.MAX_VALUE;
  }

  private static int countBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - from;
  }

  /// The width of a text in columns, as Prettier counts: wide characters take two.
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
