package dev.procc.model.catalog;

import java.util.List;

/// Something about the server that its public documents contradict each other on, or do not say,
/// and that a probe can find out.
///
/// @param key `patch-atomic`, the word of `procc emulate --reading`
/// @param about what is asked, a noun clause: `whether one PATCH document is applied as a whole`
/// @param words the answers there are; the first is what procc takes for granted unmeasured
public record Question(String key, String about, List<String> words) {
  public Question {
    words = List.copyOf(words);
  }

  static Question of(String key, String about, String... words) {
    return new Question(key, about, List.of(words));
  }

  /// What procc takes for granted until a probe has found out.
  public String assumed() {
    return words.getFirst();
  }

  /// Whether this can be the answer.
  public boolean allows(String word) {
    return words.contains(word);
  }
}
