package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// A mapping: its entries in the order written. Of a duplicate key, which is reported, only the
/// first entry is kept, and may have anything of the others.
///
/// @param flow whether it is written in braces
public record Mapping(Origin origin, List<MappingEntry> entries, boolean flow) implements YamlNode {
  /// From so many entries on, an index costs less than searches.
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

  /// Whether entries of it could not be read.
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

  /// The entries of a large mapping, each found by its key without a search. Immutable.
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

    /// The first entry of a key.
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
