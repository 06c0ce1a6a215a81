package dev.procc.base.text;

/// Texts quoted in messages: the first line, at most 40 characters of it.
public final class QuotedText {
  private static final int MAX_LENGTH = 40;

  private QuotedText() {}

  /// A text in double quotes, short enough for a message.
  public static String quoted(String text) {
    return '"' + shorten(text) + '"';
  }

  /// The first line of a text; `...` ends it where more follows.
  public static String shorten(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.length() <= MAX_LENGTH && end < 0
        ? line
        : line.substring(0, Math.min(MAX_LENGTH - 3, line.length())) + "...";
  }
}
