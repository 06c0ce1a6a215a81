package dev.procc.live.plan.input;

import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of the server beyond its documents: what `procc probe` measured, else what procc
/// takes for granted.
///
/// @param measured answers by the keys of `model.catalog.Questions`
public record ServerCapabilities(Map<String, String> measured) {
  /// Nothing was measured.
  public static final ServerCapabilities UNMEASURED = new ServerCapabilities(Map.of());

  public ServerCapabilities {
    measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
  }

  /// Whether the answer of a question is that word, measured or taken for granted.
  public boolean answerIs(String key, String word) {
    ServerBehaviour question = ServerBehaviours.find(key);
    String assumed = question == null ? "" : question.assumedAnswer();
    return measured.getOrDefault(key, assumed).equals(word);
  }

  /// Whether a question was measured: a plan that rests on it then assumes nothing.
  public boolean isMeasured(String key) {
    return measured.containsKey(key);
  }
}
