package dev.procc.cli.command;

import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `safety` of a process, of the target and of the project, laid over each other limit by
/// limit.
///
/// @param layers the nearest first
record SafetyLayers(List<Mapping> layers) {
  SafetyLayers {
    layers = List.copyOf(layers);
  }

  static SafetyLayers of(@Nullable Mapping... nearestFirst) {
    List<Mapping> layers = new ArrayList<>();
    for (Mapping layer : nearestFirst) {
      if (layer != null) {
        layers.add(layer);
      }
    }
    return new SafetyLayers(layers);
  }

  /// The limit that the nearest layer sets; absent where none does, or that one says `null`.
  @Nullable Integer limit(String key) {
    for (Mapping layer : layers) {
      if (layer.get(key) instanceof Scalar scalar) {
        Long value = scalar.isNull() ? null : Scalars.integer(scalar);
        return value == null ? null : (int) Math.min(value, Integer.MAX_VALUE);
      }
    }
    return null;
  }
}
