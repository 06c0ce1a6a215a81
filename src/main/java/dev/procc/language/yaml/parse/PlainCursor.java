package dev.procc.language.yaml.parse;

import dev.procc.language.yaml.node.Scalar;
import org.jspecify.annotations.Nullable;

/// A position in a plain text: its line, the current content, and the last scalar.
final class PlainCursor {
  /// The text, with zeros after it.
  final char[] text;

  final int length;
  int at;
  int lineStart;

  /// The column of the content with which a line begins; -1 at the end of a document.
  int column;

  /// The style of the last scalar.
  Scalar.Style style = Scalar.Style.PLAIN;

  /// The end of the last scalar.
  int end;

  /// The value of the last scalar; null if it is literally the text.
  @Nullable String value;

  /// The offset of the colon after the last scalar; -1 if there is none.
  int colon;

  /// The first sign that a text is not plain.
  static final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlain() {
      super(null, null, false, false);
    }
  }

  PlainCursor(String source) {
    length = source.length();
    text = new char[length + 4];
    source.getChars(0, length, text, 0);
  }

  boolean isPrintable() {
    char[] chars = text;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      boolean ascii = c >= ' ' && c <= '~' || c == '\n' || c == '\r' && chars[i + 1] == '\n';
      if (!ascii && !isPrintable(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(char c) {
    return c >= '\u00A0' && c < '\uD800' && c != '\u2028' && c != '\u2029'
        || c >= '\uE000' && c < '\uFFFE' && c != '\uFEFF';
  }

  /// Skips blanks, line breaks and comments.
  void skipFlowGap() {
    while (true) {
      char c = text[at];
      if (c == ' ' || c == '\r') {
        at++;
      } else if (c == '\n') {
        lineStart = ++at;
        if (isMarker('-') || isMarker('.')) {
          throw new NotPlain();
        }
      } else if (c == '#' && (text[at - 1] == ' ' || text[at - 1] == '\n')) {
        skipLine();
      } else {
        return;
      }
    }
  }

  /// Reads a scalar and looks for a colon after it.
  void scalar(boolean flow) {
    char c = text[at];
    value = null;
    colon = -1;
    if (c == '"' || c == '\'') {
      quoted(c);
      int next = end;
      while (text[next] == ' ') {
        next++;
      }
      if (text[next] == ':') {
        if (text[next + 1] != ' ' && !isLineEnd(next + 1)) {
          throw new NotPlain();
        }
        colon = next;
      }
    } else {
      plain(flow);
    }
  }

  private void plain(boolean flow) {
    char first = text[at];
    if (isIndicator(first) || first == '-' && (isBlankOrEnd(at + 1) || flow)) {
      throw new NotPlain();
    }
    style = Scalar.Style.PLAIN;
    plainLine(at, flow);
  }

  private void plainLine(int from, boolean flow) {
    int i = from;
    int last = from;
    while (true) {
      char c = text[i];
      if (c == '\n' || c == '\r' || c == 0) {
        break;
      } else if (c == ':') {
        if (isBlankOrEnd(i + 1)) {
          colon = i;
          break;
        }
        if (flow && isFlowSign(text[i + 1])) {
          throw new NotPlain();
        }
        last = i + 1;
      } else if (c == '#') {
        if (text[i - 1] == ' ') {
          break;
        }
        last = i + 1;
      } else if (c != ' ') {
        if (flow && isFlowSign(c)) {
          break;
        }
        last = i + 1;
      }
      i++;
    }
    end = last;
  }

  /// Joins the following lines that begin after a column to a plain scalar.
  void joinLines(int own) {
    StringBuilder joined = null;
    int from = at;
    while (true) {
      int next = end;
      int start = end;
      int breaks = 0;
      while (text[next] == ' ' || text[next] == '\n' || text[next] == '\r') {
        if (text[next] == '\n') {
          breaks++;
          start = next + 1;
        }
        next++;
      }
      if (breaks == 0 || next - start <= own || text[next] == '#' || text[next] == 0) {
        break;
      }
      joined = joined == null ? new StringBuilder() : joined;
      joined.append(text, from, end - from);
      joined.append(breaks == 1 ? " " : "\n".repeat(breaks - 1));
      from = next;
      plainLine(next, false);
      if (colon >= 0) {
        throw new NotPlain();
      }
    }
    value = joined == null ? null : joined.append(text, from, end - from).toString();
  }

  private void quoted(char quote) {
    int i = at + 1;
    boolean written = true;
    while (text[i] != quote || quote == '\'' && text[i + 1] == '\'') {
      char c = text[i];
      if (c == '\n' || c == '\r' || c == 0) {
        throw new NotPlain();
      }
      if (c == quote || c == '\\' && quote == '"') {
        written = false;
        i++;
      }
      i++;
    }
    style = quote == '"' ? Scalar.Style.DOUBLE_QUOTED : Scalar.Style.SINGLE_QUOTED;
    end = i + 1;
    value = written ? null : unescaped(at + 1, i, quote);
  }

  private String unescaped(int from, int to, char quote) {
    StringBuilder result = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == '\\' && quote == '"') {
        c = text[++i];
        if (c == 'n') {
          c = '\n';
        } else if (c == 't') {
          c = '\t';
        } else if (c != '"' && c != '\\' && c != '/') {
          throw new NotPlain();
        }
      } else if (c == quote) {
        i++;
      }
      result.append(c);
    }
    return result.toString();
  }

  /// Skips lines with at most that many blanks; returns their number.
  int emptyLines(int indent) {
    int count = 0;
    while (true) {
      int next = at;
      while (next - at < indent && text[next] == ' ') {
        next++;
      }
      if (text[next] != '\n' && text[next] != '\r') {
        return count;
      }
      at = next;
      skipBreak();
      count++;
    }
  }

  boolean isIndented(int indent) {
    for (int i = 0; i < indent; i++) {
      if (text[at + i] != ' ') {
        return false;
      }
    }
    return true;
  }

  /// Moves from the end of a value to the next content.
  void endLine() {
    skipRestOfLine();
    findContent();
  }

  void skipRestOfLine() {
    boolean apart = text[at] == ' ' || at > 0 && text[at - 1] == ' ';
    skipBlanks();
    if (text[at] == '#' && apart) {
      skipLine();
    }
    if (!isLineEnd(at)) {
      throw new NotPlain();
    }
    skipBreak();
  }

  /// Moves from the start of a line to the next content, or to the end of the document.
  void findContent() {
    while (true) {
      lineStart = at;
      skipBlanks();
      if (text[at] == '#') {
        skipLine();
      }
      if (!isLineEnd(at)) {
        column = at - lineStart;
        break;
      }
      if (at == length) {
        column = -1;
        return;
      }
      skipBreak();
    }
    if (column == 0 && isMarker('.')) {
      throw new NotPlain();
    }
    if (column == 0 && isMarker('-')) {
      if (!isBlankOrEnd(at + 3)) {
        throw new NotPlain();
      }
      column = -1;
    }
  }

  void skipBlanks() {
    while (text[at] == ' ') {
      at++;
    }
  }

  /// Moves to the end of the line.
  void skipLine() {
    while (!isLineEnd(at)) {
      at++;
    }
  }

  void skipBreak() {
    if (text[at] == '\r') {
      at++;
    }
    if (text[at] == '\n') {
      at++;
    }
  }

  boolean isLineEnd(int offset) {
    char c = text[offset];
    return c == '\n' || c == '\r' || c == 0;
  }

  boolean isBlankOrEnd(int offset) {
    return text[offset] == ' ' || isLineEnd(offset);
  }

  boolean isDash() {
    return text[at] == '-' && isBlankOrEnd(at + 1);
  }

  boolean isMarker(char sign) {
    return text[at] == sign && text[at + 1] == sign && text[at + 2] == sign;
  }

  private static boolean isFlowSign(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || c == '?';
  }

  private static boolean isIndicator(char c) {
    return switch (c) {
      case '?',
          ':',
          ',',
          '[',
          ']',
          '{',
          '}',
          '#',
          '&',
          '*',
          '!',
          '|',
          '>',
          '\'',
          '"',
          '%',
          '@',
          '`',
          ' ',
          0 ->
          true;
      default -> c == '\n' || c == '\r';
    };
  }
}
