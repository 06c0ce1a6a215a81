package dev.procc.language.importing;

import dev.procc.base.text.Slug;
import dev.procc.model.process.Address;
import java.util.Set;

/// Keys and aliases derived from names: `reconcile-ar` from "Reconcile AR".
final class Keys {
  private static final int MAX_LENGTH = 40;

  private Keys() {}

  /// The key for a text, made of whole words.
  ///
  /// @param otherwise the key if the text has no Latin letters or digits
  static String of(String text, String otherwise) {
    String slug = Slug.of(text);
    if (slug.length() > MAX_LENGTH) {
      int end = slug.lastIndexOf('-', MAX_LENGTH);
      slug = slug.substring(0, end > 0 ? end : MAX_LENGTH);
    }
    while (slug.endsWith("-")) {
      slug = slug.substring(0, slug.length() - 1);
    }
    return slug.isEmpty() || isReserved(slug) ? otherwise : slug;
  }

  /// The key for an id that people could type; otherwise a word with a number.
  static String ofId(String id, String word) {
    return id.length() <= 24 && id.matches("[A-Za-z][A-Za-z0-9_. -]*") ? of(id, word) : word + "-1";
  }

  /// The key itself, or, if it is taken, the key with the first free number.
  static String unique(String key, Set<String> taken) {
    if (taken.add(key)) {
      return key;
    }
    String stem = key.matches(".*-[0-9]+") ? key.substring(0, key.lastIndexOf('-')) : key;
    for (int number = 2; ; number++) {
      String next = stem + "-" + number;
      if (taken.add(next)) {
        return next;
      }
    }
  }

  private static boolean isReserved(String key) {
    return key.equals(Address.ROOT)
        || key.equals("null")
        || key.equals("true")
        || key.equals("false");
  }
}
