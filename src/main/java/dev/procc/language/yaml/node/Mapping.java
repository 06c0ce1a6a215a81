package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mapping: its entries in the order written. Of a duplicate key, which is reported, only the
/// first entry is kept.
///
/// @param flow whether it is written in braces
public record Mapping(Origin origin, List<MappingEntry> entries, boolean flow) implements YamlNode {
  public Mapping {
    entries = List.copyOf(entries);
  }

  /// The value of a key; null if the mapping does not have it.
  public @Nullable YamlNode get(String key) {
    MappingEntry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  /// Whether entries of it could not be read.
  public boolean isIncomplete() {
    return entry(Unknown.LOST_KEY) != null;
  }

  /// The entry of a key; null if the mapping does not have it.
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
