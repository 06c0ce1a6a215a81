package dev.procc.language.importing;

import dev.procc.language.expand.text.TextFunctions;
import dev.procc.model.process.Address;
import java.util.Set;

/// Keys and aliases made of what people read: `reconcile-ar` of "Reconcile AR".
final class Keys {
  private static final int MAX_LENGTH = 40;

  private Keys() {}

  /// A key of a text, whole words of it.
  ///
  /// @param otherwise the key of a text without Latin letters or digits
  static String of(String text, String otherwise) {
    String slug = TextFunctions.slug(text);
    if (slug.length() > MAX_LENGTH) {
      int end = slug.lastIndexOf('-', MAX_LENGTH);
      slug = slug.substring(0, end > 0 ? end : MAX_LENGTH);
    }
    while (slug.endsWith("-")) {
      slug = slug.substring(0, slug.length() - 1);
    }
    return slug.isEmpty() || isReserved(slug) ? otherwise : slug;
  }

  /// The key of an id that people could type, else a number behind a word.
  static String ofId(String id, String word) {
    return id.length() <= 24 && id.matches("[A-Za-z][A-Za-z0-9_. -]*") ? of(id, word) : word + "-1";
  }

  /// The key, or, where it is taken, the key with the first number that is free.
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
