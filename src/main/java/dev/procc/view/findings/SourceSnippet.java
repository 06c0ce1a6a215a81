package dev.procc.view.findings;

import dev.procc.base.finding.Severity;
import dev.procc.base.source.Position;
import dev.procc.base.source.Span;
import dev.procc.base.text.UrlText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import org.jspecify.annotations.Nullable;

/// A source line with a part of it underlined.
///
/// A long line is cut to the part around the span; a span over several lines is underlined on its
/// first one.
final class SourceSnippet {
  /// The most columns of a line of output.
  static final int WIDTH = 100;

  private static final String ELLIPSIS = "...";
  private final int gutter;
  private final Style style;

  /// @param gutter the columns for the line number
  SourceSnippet(int gutter, Style style) {
    this.gutter = gutter;
    this.style = style;
  }

  /// Appends two lines: the text, and what is below it.
  void append(TextPage out, Span span, char mark, @Nullable String text, Severity severity) {
    Position from = span.startPosition();
    Position to = span.endPosition();
    String line = UrlText.masked(span.file().line(from.line()));
    int start = Math.min(from.column() - 1, line.length());
    boolean multiline = to.line() > from.line();
    int end = multiline ? line.length() : Math.min(to.column() - 1, line.length());

    int width = WIDTH - gutter - 5;
    int left = leftCut(line, start, end, width);
    int right = rightCut(line, left, start, width);
    int shownEnd = Math.min(end, right);
    String shown =
        (left > 0 ? ELLIPSIS : "")
            + TerminalText.sanitize(line.substring(left, right))
            + (right < line.length() ? ELLIPSIS : "");
    appendGutter(out, Integer.toString(from.line()));
    out.append(shown.isEmpty() ? "" : " ").append(shown).append('\n');

    appendGutter(out, "");
    int padding = (left > 0 ? ELLIPSIS.length() : 0) + TerminalText.width(line, left, start);
    out.append(' ').repeat(' ', padding);
    int visibleEnd = left + line.substring(left, right).stripTrailing().length();
    int marks =
        Math.max(
            1, TerminalText.width(line, start, Math.max(start, Math.min(shownEnd, visibleEnd))));
    String underline = String.valueOf(mark).repeat(marks);
    out.append(mark == '^' ? style.severity(severity, underline) : style.cyan(underline));
    if (multiline) {
      out.append(" to line ").append(to.column() == 1 ? to.line() - 1 : to.line());
      out.append(text == null ? "" : ":");
    }
    if (text != null) {
      out.append(' ').append(TerminalText.sanitize(text));
    }
    out.append('\n');
  }

  private void appendGutter(TextPage out, String number) {
    out.append("  ").repeat(' ', gutter - number.length()).append(number);
    out.append(style.faint(" |"));
  }

  /// The offset from which a long line is shown; 0 if it fits.
  private static int leftCut(String line, int start, int end, int room) {
    if (line.length() <= room || Math.min(end, start + room / 2) <= room - ELLIPSIS.length()) {
      return 0;
    }
    return characterBoundary(line, Math.max(0, start - room / 3));
  }

  private static int rightCut(String line, int left, int start, int room) {
    int most = Math.min(line.length(), left + room - 2 * ELLIPSIS.length());
    if (left == 0 && line.length() <= room) {
      most = line.length();
    }
    return characterBoundary(line, Math.max(most, start));
  }

  /// An offset that does not cut a character in two.
  private static int characterBoundary(String line, int at) {
    return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
  }
}
