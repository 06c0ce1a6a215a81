package dev.procc.base.text;

/// Addresses in texts that people read.
public final class UrlText {
  private UrlText() {}

  /// The text with a star for each character of what stands before the `@` of an address,
  /// `https://*********@host`: it may be a password.
  public static String masked(String text) {
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (; scheme >= 0; scheme = text.indexOf("://", scheme + 3)) {
      int from = scheme + 3;
      int at = -1;
      for (int i = from; i < text.length() && !endsAddress(text.charAt(i)); i++) {
        at = text.charAt(i) == '@' ? i : at;
      }
      for (int i = from; i < at; i++) {
        out.setCharAt(i, '*');
      }
    }
    return out.toString();
  }

  private static boolean endsAddress(char c) {
    return c == '"' || c == '\'' || Character.isWhitespace(c);
  }
}
