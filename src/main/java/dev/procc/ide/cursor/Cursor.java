package dev.procc.ide.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands at a place of a text.
///
/// @param kind the kind of its document; empty if that says none
/// @param path from the document down to where a value stands, or to the mapping that a key stands
///   in
/// @param siblings the other keys of the innermost mapping, with what stands behind them on their
///   lines
/// @param role what is typed here
/// @param start where the word at the place begins
/// @param end where it ends
/// @param word what of it stands before the place
/// @param tag the text between `{{` and the place; null outside of tags
public record Cursor(
    String kind,
    List<Step> path,
    Map<String, String> siblings,
    Role role,
    int start,
    int end,
    String word,
    @Nullable String tag) {
  /// What is typed at a place.
  public enum Role {
    KEY,
    VALUE,
    /// An item of a list that may become a value or the first key of a mapping.
    ITEM,
    COMMENT
  }

  /// A key of a mapping, or an item of a list.
  ///
  /// @param key null for an item
  /// @param siblings of a key, the keys of its mapping with what stands behind them
  public record Step(@Nullable String key, Map<String, String> siblings) {
    static Step item() {
      return new Step(null, Map.of());
    }
  }

  /// The key of the value; empty for none.
  public String key() {
    for (int i = path.size() - 1; i >= 0; i--) {
      String key = path.get(i).key();
      if (key != null) {
        return key;
      }
    }
    return "";
  }

  /// The keys of the path from the document down, items left out.
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
