package dev.procc.live.plan;

import dev.procc.model.catalog.Question;
import dev.procc.model.catalog.Questions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of the server beyond its documents: what `procc probe` measured, else what procc
/// takes for granted.
///
/// @param measured answers by the keys of `model.catalog.Questions`
public record Measurements(Map<String, String> measured) {
  /// Nothing was measured.
  public static final Measurements UNMEASURED = new Measurements(Map.of());

  public Measurements {
    measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
  }

  /// Whether the answer of a question is that word, measured or taken for granted.
  boolean is(String key, String word) {
    Question question = Questions.find(key);
    String assumed = question == null ? "" : question.assumed();
    return measured.getOrDefault(key, assumed).equals(word);
  }

  /// Whether a question was measured: a plan that rests on it then assumes nothing.
  boolean knows(String key) {
    return measured.containsKey(key);
  }
}
