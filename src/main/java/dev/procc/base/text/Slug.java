package dev.procc.base.text;

import java.text.Normalizer;

/// Texts as keys of the language.
public final class Slug {
  private Slug() {}

  /// A text as a key: small letters and digits, everything else a single `-`.
  public static String of(String written) {
    String text = written;
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) >= 0x80) {
        text = Normalizer.normalize(written, Normalizer.Form.NFKD);
        break;
      }
    }
    StringBuilder slug = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      char low = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') || low == '_') {
        if (gap && slug.length() > 0) {
          slug.append('-');
        }
        gap = false;
        if (low != '_' || slug.length() > 0) {
          slug.append(low);
        }
      } else {
        gap = true;
      }
    }
    return slug.toString();
  }
}
