package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// A mapping: its entries in written order. Only the first entry of a duplicate key, which is
/// reported, is kept; its value may then be more than is written.
///
/// @param flow whether it is in flow style
public record Mapping(Origin origin, List<MappingEntry> entries, boolean flow) implements YamlNode {
  /// The number of entries from which an index is faster than a search.
  private static final int LARGE = 24;

  public Mapping {
    if (entries.size() < LARGE) {
      entries = List.copyOf(entries);
    } else if (!(entries instanceof IndexedEntries)) {
      entries = new IndexedEntries(entries);
    }
  }

  /// The value of a key; null if the mapping does not have it.
  public @Nullable YamlNode get(String key) {
    MappingEntry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  /// Whether some of its entries could not be read.
  public boolean isIncomplete() {
    return entry(Unknown.LOST_KEY) != null;
  }

  /// The entry of a key; null if the mapping does not have it.
  public @Nullable MappingEntry entry(String key) {
    if (entries instanceof IndexedEntries indexed) {
      return indexed.entry(key);
    }
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry entry = entries.get(i);
      if (entry.key().value().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  /// The entries of a large mapping, indexed by key. Immutable.
  private static final class IndexedEntries extends AbstractList<MappingEntry>
      implements RandomAccess {
    private final List<MappingEntry> entries;
    private final Map<String, MappingEntry> byKey;

    IndexedEntries(List<MappingEntry> entries) {
      this.entries = List.copyOf(entries);
      byKey = HashMap.newHashMap(entries.size());
      for (MappingEntry entry : this.entries) {
        byKey.putIfAbsent(entry.key().value(), entry);
      }
    }

    /// The first entry with a key.
    @Nullable MappingEntry entry(String key) {
      return byKey.get(key);
    }

    @Override
    public MappingEntry get(int index) {
      return entries.get(index);
    }

    @Override
    public int size() {
      return entries.size();
    }
  }
}
