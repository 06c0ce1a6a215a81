package dev.procc.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lines of text, at most so many columns wide where they can be broken.
public final class TextPage {
  private static final Set<String> WEEKDAYS =
      Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /// The columns if the width of the terminal is not known.
  public static final int DEFAULT_COLUMNS = 100;

  private final StringBuilder out = new StringBuilder();
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

  public TextPage line(String text) {
    out.append(text.stripTrailing()).append('\n');
    return this;
  }

  public TextPage blank() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
    return this;
  }

  /// Adds a text wrapped between words; further lines are indented by `indent + hang`.
  public TextPage wrap(int indent, int hang, String text) {
    String start = " ".repeat(indent);
    StringBuilder line = new StringBuilder(start);
    int width = indent;
    boolean empty = true;
    for (String word : words(text)) {
      int wordWidth = width(word);
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

  /// The width of a word, which may have colours, in columns.
  private static int width(String word) {
    if (word.indexOf('\u001b') < 0) {
      return TerminalText.width(word);
    }
    int width = 0;
    int from = 0;
    for (int at = word.indexOf('\u001b'); at >= 0; at = word.indexOf('\u001b', from)) {
      width += TerminalText.width(word, from, at);
      int end = word.indexOf('m', at);
      from = end < 0 ? word.length() : end + 1;
    }
    return width + TerminalText.width(word, from, word.length());
  }

  /// The words of a text; a weekday and its date are one.
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

  /// Adds names separated by commas, none of them broken; more than `most` are counted.
  public TextPage nameList(int indent, List<String> names, int max) {
    List<String> shown = names.size() <= max ? names : names.subList(0, max);
    String text = String.join(", ", shown);
    return wrap(
        indent, 2, names.size() <= max ? text : text + " and " + (names.size() - max) + " more");
  }

  /// The text padded with blanks to so many columns.
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - TerminalText.width(text)));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
