package dev.procc.view.report;

import java.util.List;

/// Lines of text, at most so many columns wide where they can be broken.
final class Page {
  static final int WIDTH = 100;
  private final StringBuilder out = new StringBuilder();

  Page line(String text) {
    out.append(text.stripTrailing()).append('\n');
    return this;
  }

  Page blank() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
    return this;
  }

  /// A text broken between words; what goes on stands under `indent + hang`.
  Page wrap(int indent, int hang, String text) {
    String start = " ".repeat(indent);
    StringBuilder line = new StringBuilder(start);
    int width = indent;
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      int wide = Columns.width(word);
      if (!empty && width + 1 + wide > WIDTH) {
        line(line.toString());
        line = new StringBuilder(" ".repeat(indent + hang));
        width = indent + hang;
        empty = true;
      }
      if (!empty) {
        line.append(' ');
        width++;
      }
      line.append(word);
      width += wide;
      empty = false;
    }
    return line(line.toString());
  }

  /// Names separated by commas, none of them broken; more than `most` are counted.
  Page names(int indent, List<String> names, int most) {
    List<String> shown = names.size() <= most ? names : names.subList(0, most);
    String text = String.join(", ", shown);
    return wrap(
        indent, 2, names.size() <= most ? text : text + " and " + (names.size() - most) + " more");
  }

  /// The text padded with blanks to so many columns.
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - Columns.width(text)));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
