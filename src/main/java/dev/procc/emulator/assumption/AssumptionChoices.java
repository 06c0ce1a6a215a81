package dev.procc.emulator.assumption;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which reading holds for each open question. Immutable.
///
/// Example: `AssumptionChoices.standard().with("active-run", "allow")`.
public final class AssumptionChoices {
  private static final AssumptionChoices DEFAULTS = new AssumptionChoices(Map.of());
  private final Map<String, String> chosen;

  private AssumptionChoices(Map<String, String> chosen) {
    this.chosen = chosen;
  }

  /// Every question at its default.
  public static AssumptionChoices defaults() {
    return DEFAULTS;
  }

  /// The defaults with some switched.
  ///
  /// @throws IllegalArgumentException where a key or a word is not in the list
  public static AssumptionChoices of(Map<String, String> switched) {
    AssumptionChoices readings = DEFAULTS;
    for (Map.Entry<String, String> entry : switched.entrySet()) {
      readings = readings.with(entry.getKey(), entry.getValue());
    }
    return readings;
  }

  /// @throws IllegalArgumentException where the key or the word is not in the list
  public AssumptionChoices with(String key, String word) {
    Assumption reading = Assumptions.byKey(key);
    if (reading == null) {
      throw new IllegalArgumentException(
          "reading \"" + key + "\" is not known, `procc emulate --assumptions` lists them");
    }
    if (!reading.allows(word)) {
      throw new IllegalArgumentException(
          "reading \"" + key + "\" cannot be \"" + word + "\", it is one of " + wordList(reading));
    }
    Map<String, String> copy = new LinkedHashMap<>(chosen);
    copy.put(key, word);
    return new AssumptionChoices(Collections.unmodifiableMap(copy));
  }

  /// The word that holds for a key.
  public String get(String key) {
    String word = chosen.get(key);
    if (word != null) {
      return word;
    }
    Assumption reading = Assumptions.byKey(key);
    if (reading == null) {
      throw new IllegalArgumentException("no reading " + key);
    }
    return reading.defaultWord();
  }

  /// Whether the word holds for the key.
  public boolean isChosen(String key, String word) {
    return get(key).equals(word);
  }

  /// Every key with the word that holds, in the order of the list.
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Assumption reading : Assumptions.LIST) {
      all.put(reading.key(), get(reading.key()));
    }
    return all;
  }

  private static String wordList(Assumption reading) {
    return String.join(", ", reading.choices().stream().map(Assumption.Choice::word).toList());
  }
}
