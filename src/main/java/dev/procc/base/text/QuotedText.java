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
    return end < 0 ? cut(line, MAX_LENGTH) : start(line, MAX_LENGTH - 3) + "...";
  }

  /// A text of a limited length; `...` ends it where more follows.
  public static String cut(String text, int most) {
    return text.length() <= most ? text : start(text, most - 3) + "...";
  }

  /// The first characters of a text, none of them halved.
  ///
  /// @param most how many, a character beyond the Basic Multilingual Plane for two
  public static String start(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
