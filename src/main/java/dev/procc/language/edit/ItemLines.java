package dev.procc.language.edit;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.regex.Pattern;

/// The lines in which an item of a list is written, with its comments.
public final class ItemLines {
  private static final Pattern DASH = Pattern.compile("\\s*-(\\s+[&!]\\S+)*(\\s+#.*)?\\s*");

  private ItemLines() {}

  /// The lines of an item, with the comments directly above it and those below it that are indented
  /// more than its dash.
  public static Span of(Span item) {
    SourceFile file = item.file();
    int first = dashLine(item);
    int last = file.position(Math.max(item.start(), item.end() - 1)).line();
    int dash = column(file, first);
    while (column(file, last + 1) > dash && isComment(file, last + 1)) {
      last++;
    }
    while (first > 1 && isComment(file, first - 1)) {
      first--;
    }
    return new Span(file, file.lineStart(first), file.lineStart(last + 1));
  }

  /// The line of the dash of an item, which may be before an anchor or a comment.
  public static int dashLine(Span item) {
    SourceFile file = item.file();
    int line = item.startPosition().line();
    for (int above = line; above > 0; above--) {
      String text = line(file, above);
      String before =
          above == line ? text.substring(0, item.start() - file.lineStart(above)) : text;
      if (DASH.matcher(before).matches()) {
        return above;
      }
      if (!before.isBlank() && !isComment(file, above)) {
        break;
      }
    }
    return line;
  }

  private static int column(SourceFile file, int line) {
    String text = line(file, line);
    return text.length() - text.stripLeading().length();
  }

  private static boolean isComment(SourceFile file, int line) {
    return line(file, line).strip().startsWith("#");
  }

  private static String line(SourceFile file, int line) {
    return file.text().substring(file.lineStart(line), file.lineStart(line + 1));
  }

  /// The lines with so many more blanks before them, or less.
  public static String reindented(String lines, int by) {
    StringBuilder out = new StringBuilder();
    for (String line : lines.split("(?<=\n)", -1)) {
      if (line.isBlank() || by == 0) {
        out.append(line);
      } else if (by > 0) {
        out.append(" ".repeat(by)).append(line);
      } else {
        int cut = 0;
        while (cut < -by && cut < line.length() && line.charAt(cut) == ' ') {
          cut++;
        }
        out.append(line, cut, line.length());
      }
    }
    return out.toString();
  }

  /// The lines, the last one ended.
  public static String ended(String lines) {
    return lines.endsWith("\n") ? lines : lines + "\n";
  }
}
