package dev.procc.view.text;

import dev.procc.base.text.ActiveText;
import dev.procc.base.text.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A writer of text for people, in lines of a limited width where they can be broken.
///
/// Whatever is appended, a line stays one line and only says what it is: a line end within a text,
/// and everything else that could act on a terminal or in a CI log, is shown as a visible sign.
/// Only `append('\n')`, `line` and similar methods end a line, and only marks of a style give
/// colour.
public final class TextPage {
  private static final Set<String> WEEKDAYS =
      Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /// The width if that of the terminal is unknown.
  public static final int DEFAULT_COLUMNS = 100;

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder current = new StringBuilder();
  private final int columns;

  public TextPage() {
    this(DEFAULT_COLUMNS);
  }

  public TextPage(int columns) {
    this.columns = columns;
  }

  public int columns() {
    return columns;
  }

  /// Appends a part of a line.
  public TextPage append(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Style.isMark(text.charAt(i))) {
        current.append(TerminalText.sanitize(text.substring(from, i))).append(text.charAt(i));
        from = i + 1;
      }
    }
    current.append(TerminalText.sanitize(from == 0 ? text : text.substring(from)));
    return this;
  }

  /// Appends a number or a date.
  public TextPage append(Object value) {
    return append(String.valueOf(value));
  }

  /// Appends a character; a line feed ends the line.
  public TextPage append(char c) {
    if (c != '\n') {
      return append(String.valueOf(c));
    }
    out.append(TerminalText.breakCommand(current.toString().stripTrailing())).append('\n');
    current.setLength(0);
    return this;
  }

  public TextPage repeat(String text, int times) {
    return append(text.repeat(times));
  }

  public TextPage repeat(char c, int times) {
    return append(String.valueOf(c).repeat(times));
  }

  /// Appends a text and ends the line.
  public TextPage line(String text) {
    return append(text).append('\n');
  }

  /// Appends the lines of a file or of a text of ours, with the tabs and blanks at their ends.
  public TextPage lines(String text) {
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      int last = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
      String line = ActiveText.visibleFileLine(text.substring(from, last));
      out.append(TerminalText.breakCommand(line)).append('\n');
      from = end + 1;
    }
    return this;
  }

  /// Appends the lines of another page.
  public TextPage append(SafeText page) {
    out.append(page.marked());
    return this;
  }

  public TextPage blank() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
    return this;
  }

  /// Appends a text wrapped between words; further lines are indented by `indent + hang`.
  public TextPage wrap(int indent, int hang, String text) {
    return wrap(indent, hang, words(text));
  }

  private TextPage wrap(int indent, int hang, List<String> words) {
    String start = " ".repeat(indent);
    StringBuilder line = new StringBuilder(start);
    int width = indent;
    boolean empty = true;
    for (String word : words) {
      int wordWidth = TerminalText.width(word);
      if (!empty && width + 1 + wordWidth > columns) {
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
      width += wordWidth;
      empty = false;
    }
    return line(line.toString());
  }

  /// The words of a text; a weekday and its date count as one.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (!words.isEmpty()
          && WEEKDAYS.contains(words.getLast())
          && !word.isEmpty()
          && Character.isDigit(word.charAt(0))) {
        words.add(words.removeLast() + " " + word);
      } else {
        words.add(word);
      }
    }
    return words;
  }

  /// Appends names separated by commas without breaking any; those beyond `most` are counted.
  public TextPage nameList(int indent, List<String> names, int max) {
    List<String> words = new ArrayList<>();
    int shown = Plural.shown(names.size(), max);
    for (String name : names.subList(0, shown)) {
      words.add(words.size() + 1 == names.size() ? name : name + ",");
    }
    if (names.size() > shown) {
      words.add(words.removeLast().replaceFirst(",$", ""));
      words.addAll(List.of("and", String.valueOf(names.size() - shown), "more"));
    }
    return wrap(indent, 2, words);
  }

  /// The text padded with blanks to a number of columns.
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - TerminalText.width(text)));
  }

  /// Whether nothing was written so far.
  public boolean isEmpty() {
    return out.isEmpty() && current.isEmpty();
  }

  /// The page, safe for a terminal, a file or a log.
  public SafeText toText() {
    return new SafeText(out + TerminalText.breakCommand(current.toString()));
  }

  /// The page without colours.
  @Override
  public String toString() {
    return toText().toString();
  }
}
