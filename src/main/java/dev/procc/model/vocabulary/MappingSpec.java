package dev.procc.model.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mapping of the language: its keys in canonical order.
///
/// @param name `Process`, `group`, `Person`: a kind of document, a kind of child, or a part
/// @param doc one sentence
public record MappingSpec(String name, String doc, List<KeySpec> keys) {
  public MappingSpec {
    keys = List.copyOf(keys);
  }

  public @Nullable KeySpec key(String name) {
    for (int i = 0; i < keys.size(); i++) {
      KeySpec spec = keys.get(i);
      if (spec.name().equals(name)) {
        return spec;
      }
    }
    return null;
  }

  /// The names of its keys, in canonical order.
  public List<String> keyNames() {
    List<String> names = new ArrayList<>(keys.size());
    for (KeySpec spec : keys) {
      names.add(spec.name());
    }
    return names;
  }
}
