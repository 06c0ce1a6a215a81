package dev.procc.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The lookup of identities by a word: `close@2024-Q4` itself, or those with the key `close`.
public final class ProcessLookup {
  private ProcessLookup() {}

  /// The identity that equals the word, if there is one, otherwise all periods of the key; empty if
  /// there are none.
  public static List<String> find(String word, Collection<String> identities) {
    if (identities.contains(word)) {
      return List.of(word);
    }
    List<String> periods = new ArrayList<>();
    String prefix = word + "@";
    for (String identity : identities) {
      if (identity.startsWith(prefix)) {
        periods.add(identity);
      }
    }
    return periods;
  }
}
