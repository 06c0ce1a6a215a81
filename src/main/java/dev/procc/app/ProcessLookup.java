package dev.procc.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Identities that a word means: `close@2024-Q4` itself, or those of the key `close`.
public final class ProcessLookup {
  private ProcessLookup() {}

  /// The identity of that word alone where there is one, else every period of the key; empty if
  /// nothing fits.
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
