package dev.procc.app.plan;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `safety` of a process, of the target and of the project, merged limit by limit.
///
/// @param layers the nearest first
public record SafetySettings(List<Mapping> layers) {
  public SafetySettings {
    layers = List.copyOf(layers);
  }

  public static SafetySettings of(@Nullable Mapping... nearestFirst) {
    List<Mapping> layers = new ArrayList<>();
    for (Mapping layer : nearestFirst) {
      if (layer != null) {
        layers.add(layer);
      }
    }
    return new SafetySettings(layers);
  }

  /// The limit of the nearest layer that has it; null if there is none, or that layer says `null`.
  @Nullable
  public Integer limit(String key) {
    for (Mapping layer : layers) {
      if (layer.get(key) instanceof Scalar scalar) {
        Long value = scalar.isNull() ? null : ScalarValues.integer(scalar);
        return value == null ? null : (int) Math.min(value, Integer.MAX_VALUE);
      }
    }
    return null;
  }
}
