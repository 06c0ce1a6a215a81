package dev.procc.emulator.assumption;

import java.util.List;

/// One thing the documents do not state or contradict each other about: the words it may be
/// switched to, the first of which is the default.
///
/// @param key what the switch is called, such as `active-run`
/// @param question what is not stated
/// @param choices the readings, the default first; one alone is an assumption without a switch
public record Assumption(String key, String question, List<Choice> choices) {
  public Assumption {
    choices = List.copyOf(choices);
  }

  /// One reading: its word, and what the emulator then does.
  public record Choice(String word, String meaning) {}

  /// The word that holds when nothing is said.
  public String defaultWord() {
    return choices.getFirst().word();
  }

  /// Whether the word is one of the choices.
  public boolean allows(String word) {
    return choices.stream().anyMatch(c -> c.word().equals(word));
  }
}
