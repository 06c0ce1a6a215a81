package dev.procc.emulator.assumption;

import java.util.List;

/// A question that the documents of the API leave open or answer in two ways, with the answers the
/// emulator can be switched to.
///
/// @param key name of the switch, such as `active-run`
/// @param question what is not stated
/// @param choices the default first; one alone is an assumption without a switch
public record Assumption(String key, String question, List<Choice> choices) {
  public Assumption {
    choices = List.copyOf(choices);
  }

  /// A choice: its word, and what the emulator does then.
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
