package dev.procc.model.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mapping of the language: its keys in canonical order.
public final class MappingSpec {
  private final String name;
  private final String doc;
  private final List<KeySpec> keys;

  /// The keys, each at the index of its hash or behind it; made when a key is first looked for.
  private volatile @Nullable KeySpec @Nullable [] byName;

  private volatile @Nullable List<KeySpec> required;
  private volatile @Nullable List<String> names;

  /// @param name `Process`, `group`, `Person`: a kind of document, a kind of child, or a part
  /// @param doc one sentence
  MappingSpec(String name, String doc, List<KeySpec> keys) {
    this.name = name;
    this.doc = doc;
    this.keys = List.copyOf(keys);
  }

  public String name() {
    return name;
  }

  public String doc() {
    return doc;
  }

  public List<KeySpec> keys() {
    return keys;
  }

  public @Nullable KeySpec key(String name) {
    @Nullable KeySpec[] table = byName;
    if (table == null) {
      table = index();
      byName = table;
    }
    int at = slot(name, table.length);
    for (KeySpec spec = table[at]; spec != null; spec = table[at]) {
      if (spec.name().equals(name)) {
        return spec;
      }
      at = (at + 1) & (table.length - 1);
    }
    return null;
  }

  private @Nullable KeySpec[] index() {
    int size = 4;
    while (size < 2 * keys.size()) {
      size *= 2;
    }
    @Nullable KeySpec[] table = new @Nullable KeySpec[size];
    for (int i = 0; i < keys.size(); i++) {
      KeySpec spec = keys.get(i);
      int at = slot(spec.name(), size);
      while (table[at] != null) {
        at = (at + 1) & (size - 1);
      }
      table[at] = spec;
    }
    return table;
  }

  private static int slot(String name, int size) {
    int hash = name.hashCode();
    return (hash ^ (hash >>> 16)) & (size - 1);
  }

  /// The keys that it must have, in canonical order.
  public List<KeySpec> required() {
    List<KeySpec> known = required;
    if (known == null) {
      List<KeySpec> found = new ArrayList<>(4);
      for (KeySpec spec : keys) {
        if (spec.required()) {
          found.add(spec);
        }
      }
      known = List.copyOf(found);
      required = known;
    }
    return known;
  }

  /// The names of its keys, in canonical order.
  public List<String> keyNames() {
    List<String> known = names;
    if (known == null) {
      List<String> found = new ArrayList<>(keys.size());
      for (KeySpec spec : keys) {
        found.add(spec.name());
      }
      known = List.copyOf(found);
      names = known;
    }
    return known;
  }
}
