package dev.procc.live.plan.input;

import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The capabilities of a server: what `procc probe` measured, otherwise what procc assumes.
///
/// @param measured answers by the keys of `model.catalog.ServerBehaviours`
public record ServerCapabilities(Map<String, String> measured) {
  /// Nothing was measured.
  public static final ServerCapabilities UNMEASURED = new ServerCapabilities(Map.of());

  public ServerCapabilities {
    measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
  }

  /// Whether the answer to a question is a certain word, measured or assumed.
  public boolean answerIs(String key, String word) {
    ServerBehaviour question = ServerBehaviours.find(key);
    String assumed = question == null ? "" : question.assumedAnswer();
    return measured.getOrDefault(key, assumed).equals(word);
  }

  /// Whether a question was measured, so that a plan which depends on it assumes nothing.
  public boolean isMeasured(String key) {
    return measured.containsKey(key);
  }
}
