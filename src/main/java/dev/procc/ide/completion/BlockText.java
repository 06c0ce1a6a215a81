package dev.procc.ide.completion;

import org.jspecify.annotations.Nullable;

/// The texts of values after a key, possibly incomplete.
final class BlockText {
  private BlockText() {}

  /// The text without quotes; empty if there is none.
  static String plain(@Nullable String written) {
    String text = written == null ? "" : written.strip();
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /// The value of a key in flow style, `{ file: entities.csv, as: entity }`; empty if there is
  /// none.
  static String inBraces(@Nullable String written, String key) {
    String text = written == null ? "" : written;
    int at = text.indexOf(key + ":");
    if (at < 0) {
      return "";
    }
    int end = at + key.length() + 1;
    int stop = end;
    while (stop < text.length() && ",}".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    return plain(text.substring(end, stop));
  }
}
