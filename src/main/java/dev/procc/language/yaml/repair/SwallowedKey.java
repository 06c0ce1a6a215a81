package dev.procc.language.yaml.repair;

import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A key of the language within a value, as in `title: Reconcile dueDate: WD3`, where a line break
/// or a brace was lost: such a value is no text.
final class SwallowedKey {
  private static final Set<String> KEYS = keys();

  private SwallowedKey() {}

  private static Set<String> keys() {
    Set<String> keys = new HashSet<>(List.of("person", "date"));
    for (MappingSpec mapping : Vocabulary.all()) {
      keys.addAll(mapping.keyNames());
    }
    return keys;
  }

  /// The first word before a colon and a blank that is a key, or that stands before a bracket that
  /// is closed and not opened; null if the value may be a text.
  static @Nullable String find(String value) {
    boolean unopened = depth(value) < 0;
    for (int colon = value.indexOf(':'); colon > 0; colon = value.indexOf(':', colon + 1)) {
      int start = colon;
      while (start > 0 && isWord(value.charAt(start - 1))) {
        start--;
      }
      String word = value.substring(start, colon);
      boolean ends = colon + 1 == value.length() || value.charAt(colon + 1) == ' ';
      if (ends && !word.isEmpty() && (unopened || KEYS.contains(word))) {
        return word;
      }
    }
    return null;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  /// How many brackets are open at the end; negative if more are closed.
  private static int depth(String value) {
    int depth = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    return depth;
  }
}
