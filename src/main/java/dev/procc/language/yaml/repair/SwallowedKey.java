package dev.procc.language.yaml.repair;

import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A key of the language within a value, as in `title: Reconcile dueDate: WD3`, where a line break
/// or a brace is missing: such a value is not a text.
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

  /// The first word before a colon and a blank that is a key, or that precedes a bracket that is
  /// closed but not opened; null if the value may be a text.
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

  /// Whether a key begins a node of a process, `sendTask` or `group`.
  static boolean isKindOfNode(String key) {
    return Vocabulary.CHILD_KINDS.contains(key);
  }

  /// Whether names with values stand under a key in some mapping, and a list in none.
  static boolean holdsNames(String key) {
    boolean holds = false;
    for (MappingSpec mapping : Vocabulary.all()) {
      KeySpec spec = mapping.key(key);
      if (spec != null && spec.shape() instanceof ValueShape.ListShape) {
        return false;
      }
      holds |= spec != null && spec.shape() instanceof ValueShape.MapShape;
    }
    return holds;
  }

  static boolean isKey(String word) {
    return KEYS.contains(word);
  }

  /// The offset at which an entry or item begins in a value because a line break is missing: at a
  /// dash, at a key of the language, or at any word with a colon that begins the value or follows a
  /// closed bracket or quote; -1 if there is none.
  static int splitOffset(String value) {
    int depth = 0;
    char quote = 0;
    boolean closed = true;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (quote != 0) {
        closed = c == quote;
        quote = closed ? 0 : quote;
        continue;
      }
      boolean begins = at == 0 || value.charAt(at - 1) == ' ';
      if (begins && depth == 0 && beginsEntry(value, at, closed)) {
        return at;
      }
      if ((c == '"' || c == '\'') && (begins || depth > 0)) {
        quote = c;
      }
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      closed = c == ' ' ? closed : c == '}' || c == ']';
    }
    return -1;
  }

  private static boolean beginsEntry(String value, int at, boolean anyWord) {
    if (anyWord && value.startsWith("---", at) && at + 3 == value.length()) {
      return true;
    }
    if (value.startsWith("- ", at)) {
      return anyWord || beginsEntry(value, at + 2, false);
    }
    int end = at;
    while (end < value.length() && isWord(value.charAt(end))) {
      end++;
    }
    boolean key =
        end > at
            && end < value.length()
            && value.charAt(end) == ':'
            && (end + 1 == value.length() || value.charAt(end + 1) == ' ');
    return key && (anyWord || KEYS.contains(value.substring(at, end)));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  /// The number of brackets that are open at the end; negative if more are closed.
  private static int depth(String value) {
    int depth = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    return depth;
  }
}
