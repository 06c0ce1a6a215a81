package dev.procc.base.text;

/// Patterns for paths and addresses: `*` for a part of a name, `**` for any number of names, `?`
/// for one character.
public final class Glob {
  private Glob() {}

  /// Whether a text contains a wildcard.
  public static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /// Whether a pattern matches a whole text. `a/**/b` matches `a/b` too.
  ///
  /// The pattern is gone through once with all offsets of the text that it may have reached, so
  /// that no pattern takes long.
  ///
  /// @param separators the characters that `*` and `?` do not match: `/`
  public static boolean matches(String pattern, String text, String separators) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    int p = 0;
    while (p < pattern.length()) {
      boolean deep = pattern.startsWith("**", p);
      if (deep && pattern.startsWith("/", p + 2)) {
        if (pattern.startsWith("**/", p + 3)) {
          p += 3; // a second ** adds nothing
          continue;
        }
        boolean[] skipped = reached.clone();
        reached = matchCharacter(matchAny(reached, text, ""), text, '/', separators);
        for (int j = 0; j < reached.length; j++) {
          reached[j] |= skipped[j];
        }
        p += 3;
      } else if (pattern.charAt(p) == '*') {
        if (deep && pattern.startsWith("**", p + 2)) {
          p += 2;
          continue;
        }
        reached = matchAny(reached, text, deep ? "" : separators);
        p += deep ? 2 : 1;
      } else {
        reached = matchCharacter(reached, text, pattern.charAt(p), separators);
        p++;
      }
      if (isNowhere(reached)) {
        return false;
      }
    }
    return reached[text.length()];
  }

  private static boolean isNowhere(boolean[] reached) {
    for (boolean place : reached) {
      if (place) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] matchAny(boolean[] reached, String text, String separators) {
    boolean[] next = reached.clone();
    for (int j = 0; j < text.length(); j++) {
      next[j + 1] |= next[j] && separators.indexOf(text.charAt(j)) < 0;
    }
    return next;
  }

  private static boolean[] matchCharacter(
      boolean[] reached, String text, char wanted, String separators) {
    boolean[] next = new boolean[reached.length];
    for (int j = 0; j < text.length(); j++) {
      char c = text.charAt(j);
      next[j + 1] = reached[j] && (c == wanted || (wanted == '?' && separators.indexOf(c) < 0));
    }
    return next;
  }
}
