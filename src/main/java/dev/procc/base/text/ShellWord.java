package dev.procc.base.text;

/// Quoting of words in commands that people paste.
public final class ShellWord {
  private ShellWord() {}

  /// A word as a shell reads it back: `close@2024-Q4`, `'my close'`.
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
