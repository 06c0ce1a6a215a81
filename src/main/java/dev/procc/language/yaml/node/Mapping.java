package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys and values in the order written; a duplicate key was reported and is not here twice.
public record Mapping(Origin origin, List<MappingEntry> entries, boolean flow) implements YamlNode {
  public Mapping {
    entries = List.copyOf(entries);
  }

  /// The value of a key.
  public @Nullable YamlNode get(String key) {
    MappingEntry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  public @Nullable MappingEntry entry(String key) {
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry entry = entries.get(i);
      if (entry.key().value().equals(key)) {
        return entry;
      }
    }
    return null;
  }
}
