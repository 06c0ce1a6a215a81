package dev.procc.base.text;

/// Quoting of words in commands that people paste.
public final class ShellWord {
  private ShellWord() {}

  /// A word as a shell reads it back: `close@2024-Q4`, `'my close'`.
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /// A word without the quotes and backslashes with which it is typed in a shell; a quote may still
  /// be open.
  public static String unquoted(String typed) {
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      char next = i + 1 < typed.length() ? typed.charAt(i + 1) : 0;
      boolean escapes = quote == 0 ? next != 0 : quote == '"' && "\"\\$`".indexOf(next) >= 0;
      if (c == '\\' && escapes) {
        word.append(next);
        i++;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        word.append(c);
      }
    }
    return word.toString();
  }
}
