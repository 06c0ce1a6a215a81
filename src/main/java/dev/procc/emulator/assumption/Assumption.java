package dev.procc.emulator.assumption;

import java.util.List;

/// A question that the API's documentation leaves open or answers in two ways, with the answers
/// among which the emulator can be switched.
///
/// @param key name of the switch, such as `active-run`
/// @param question that is open
/// @param choices the default first; a single one is an assumption without a switch
public record Assumption(String key, String question, List<Choice> choices) {
  public Assumption {
    choices = List.copyOf(choices);
  }

  /// A choice: its word, and what the emulator then does.
  public record Choice(String word, String meaning) {}

  /// The word of the default.
  public String defaultWord() {
    return choices.getFirst().word();
  }

  /// Whether the word is one of the choices.
  public boolean allows(String word) {
    return choices.stream().anyMatch(c -> c.word().equals(word));
  }
}
