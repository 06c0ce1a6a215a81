package dev.procc.model.catalog;

import java.util.List;

/// Something about the server that its public documents contradict each other on, or do not say,
/// and that a probe can find out.
///
/// @param key `patch-atomic`, the word of `procc emulate --reading`
/// @param description what is asked, a noun clause: `whether one PATCH document is applied as a
///   whole`
/// @param answers the answers there are; the first is what procc takes for granted unmeasured
public record ServerBehaviour(String key, String description, List<String> answers) {
  public ServerBehaviour {
    answers = List.copyOf(answers);
  }

  static ServerBehaviour of(String key, String description, String... answers) {
    return new ServerBehaviour(key, description, List.of(answers));
  }

  /// What procc takes for granted until a probe has found out.
  public String assumedAnswer() {
    return answers.getFirst();
  }

  /// Whether this can be the answer.
  public boolean allows(String answer) {
    return answers.contains(answer);
  }
}
