package dev.procc.ide.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The context of a position in a text.
///
/// @param kind of its document; empty if the document has none
/// @param path from the document down to the value, or to the mapping of a key
/// @param siblings the other keys of the innermost mapping, with the text after them on their lines
/// @param role of what is typed here
/// @param start of the word at the position
/// @param end of the word
/// @param word the part of it before the position
/// @param tag the text between `{{` and the position; null outside of tags
public record Cursor(
    String kind,
    List<Step> path,
    Map<String, String> siblings,
    Role role,
    int start,
    int end,
    String word,
    @Nullable String tag) {
  /// The role of what is typed at a position.
  public enum Role {
    KEY,
    VALUE,
    /// An item of a list that can become a value or the first key of a mapping.
    ITEM,
    COMMENT
  }

  /// A key of a mapping, or an item of a list.
  ///
  /// @param key null for an item
  /// @param siblings for a key, the keys of its mapping with the text after them
  public record Step(@Nullable String key, Map<String, String> siblings) {
    static Step item() {
      return new Step(null, Map.of());
    }
  }

  /// The key of the value; empty if there is none.
  public String key() {
    for (int i = path.size() - 1; i >= 0; i--) {
      String key = path.get(i).key();
      if (key != null) {
        return key;
      }
    }
    return "";
  }

  /// The keys of the path from the document down, without items.
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Step step : path) {
      if (step.key() != null) {
        keys.add(step.key());
      }
    }
    return keys;
  }
}
