package dev.procc.model.catalog;

import java.util.List;

/// A behaviour of the server that its documentation leaves open or contradicts itself on, and that
/// a probe can measure.
///
/// @param key `patch-atomic`, the word after `procc emulate --reading`
/// @param description the question as a noun clause: `whether one PATCH document is applied as a
///   whole`
/// @param answers the possible answers; procc assumes the first until it is measured
public record ServerBehaviour(String key, String description, List<String> answers) {
  public ServerBehaviour {
    answers = List.copyOf(answers);
  }

  static ServerBehaviour of(String key, String description, String... answers) {
    return new ServerBehaviour(key, description, List.of(answers));
  }

  /// The answer that procc assumes until a probe has measured it.
  public String assumedAnswer() {
    return answers.getFirst();
  }

  /// Whether this is one of the answers.
  public boolean allows(String answer) {
    return answers.contains(answer);
  }
}
