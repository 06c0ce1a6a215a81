package dev.procc.base.text;

/// URLs in texts that people read.
public final class UrlText {
  private UrlText() {}

  /// Whether a text is an ordinary web address, which can be linked: it holds nothing that ends a
  /// link, and no user and password.
  public static boolean isWebAddress(String text) {
    return text.matches("https?://[A-Za-z0-9_.~:/?&=%+,;#!-]+");
  }

  /// The text with what is before the `@` of a URL masked, since it may be a password:
  /// `https://*********@host`.
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
