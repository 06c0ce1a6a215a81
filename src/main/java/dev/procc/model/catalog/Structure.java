package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mapping of the language with its words in canonical order.
///
/// @param name `Process`, `group`, `Person`: a kind of document, a kind of child, or a part
/// @param doc one sentence
public record Structure(String name, String doc, List<Word> words) {
  public Structure {
    words = List.copyOf(words);
  }

  public @Nullable Word word(String key) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.name().equals(key)) {
        return word;
      }
    }
    return null;
  }

  /// The names of its words, in canonical order.
  public List<String> names() {
    List<String> names = new ArrayList<>(words.size());
    for (Word word : words) {
      names.add(word.name());
    }
    return names;
  }
}
