package dev.procc.base.text;

import java.text.Normalizer;

/// Texts as readers see them: those that look the same are equal.
public final class Looks {
  private Looks() {}

  /// The text with one form for each character, one blank for each kind and number of them, none at
  /// its ends, and without what is not shown.
  public static String of(String text) {
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .forEach(point ->
            out.appendCodePoint(
                Character.isSpaceChar(point) || Character.isWhitespace(point) ? ' ' : point));
    return String.join(" ", out.toString().strip().split(" +"));
  }
}
