package dev.procc.language.yaml;

import dev.procc.base.source.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys and values in the order written; a duplicate key was reported and is not here twice.
public record Mapping(Origin origin, List<Entry> entries, boolean flow) implements Node {
  public Mapping {
    entries = List.copyOf(entries);
  }

  /// The value of a key.
  public @Nullable Node get(String key) {
    Entry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  public @Nullable Entry entry(String key) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.key().value().equals(key)) {
        return entry;
      }
    }
    return null;
  }
}
