package dev.procc.emulator.assumption;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The choice for each assumption. Immutable.
///
/// Example: `AssumptionChoices.of(Map.of("active-run", "allow"))`.
public final class AssumptionChoices {
  private static final AssumptionChoices DEFAULTS = new AssumptionChoices(Map.of());
  private final Map<String, String> chosen;

  private AssumptionChoices(Map<String, String> chosen) {
    this.chosen = chosen;
  }

  /// The defaults, with some of them switched.
  ///
  /// @throws IllegalArgumentException if a key or a word is unknown
  public static AssumptionChoices of(Map<String, String> switched) {
    AssumptionChoices choices = DEFAULTS;
    for (Map.Entry<String, String> entry : switched.entrySet()) {
      choices = choices.with(entry.getKey(), entry.getValue());
    }
    return choices;
  }

  /// A copy with one assumption switched.
  ///
  /// @throws IllegalArgumentException if the key or the word is unknown
  public AssumptionChoices with(String key, String word) {
    Assumption assumption = Assumptions.byKey(key);
    if (assumption == null) {
      throw new IllegalArgumentException(
          "reading \"" + key + "\" is not known, `procc emulate --assumptions` lists them");
    }
    if (!assumption.allows(word)) {
      throw new IllegalArgumentException(
          "reading \""
              + key
              + "\" cannot be \""
              + word
              + "\", it is one of "
              + wordList(assumption));
    }
    Map<String, String> copy = new LinkedHashMap<>(chosen);
    copy.put(key, word);
    return new AssumptionChoices(Collections.unmodifiableMap(copy));
  }

  /// The chosen word for a key.
  public String get(String key) {
    String word = chosen.get(key);
    if (word != null) {
      return word;
    }
    Assumption assumption = Assumptions.byKey(key);
    if (assumption == null) {
      throw new IllegalArgumentException("no reading " + key);
    }
    return assumption.defaultWord();
  }

  /// Whether a word is chosen for a key.
  public boolean isChosen(String key, String word) {
    return get(key).equals(word);
  }

  /// Each key with its chosen word, in the order of the list.
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Assumption assumption : Assumptions.LIST) {
      all.put(assumption.key(), get(assumption.key()));
    }
    return all;
  }

  private static String wordList(Assumption assumption) {
    return String.join(", ", assumption.choices().stream().map(Assumption.Choice::word).toList());
  }
}
