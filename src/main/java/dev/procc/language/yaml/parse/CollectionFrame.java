package dev.procc.language.yaml.parse;

import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A collection whose end has not been read. Offsets are those of the source.
final class CollectionFrame {
  /// The number of entries from which keys are looked up in an index.
  private static final int INDEX_THRESHOLD = 12;

  final @Nullable CollectionFrame parent;
  final boolean mapping;
  final boolean flow;
  final int start;
  final @Nullable AnchorTarget anchor;

  final List<MappingEntry> entries;
  final List<YamlNode> items;
  final List<MergeEntry> merges = new ArrayList<>(0);

  /// The key whose value has not been read; null if there is none.
  @Nullable Scalar key;

  /// Whether the next node is a value.
  boolean expectsValue;

  /// Whether the next value is dropped, since its key is not a text.
  boolean dropValue;

  /// Whether the collection is itself a key, which is an error.
  boolean isKey;

  /// The end of the last child.
  int end;

  /// The number of nodes of the collection with everything in it.
  int nodeCount = 1;

  /// The levels of collections in it, itself included.
  int levels = 1;

  /// The index of the finding about commas in the last value; -1 if there is none.
  int commaFindingIndex = -1;

  /// The index of the finding about the previous key if it is a duplicate; -1 if it is not.
  int duplicate = -1;

  private @Nullable Map<String, Integer> keyIndex;

  /// A merge key `<<` with its value.
  ///
  /// @param at the number of entries before it
  record MergeEntry(Scalar key, YamlNode value, int at) {}

  /// The node that an anchor names; null while its collection is open.
  static final class AnchorTarget {
    final int start;
    final int end;
    @Nullable YamlNode node;
    int nodeCount = 1;
    int levels;

    AnchorTarget(int start, int end) {
      this.start = start;
      this.end = end;
    }
  }

  CollectionFrame(
      @Nullable CollectionFrame parent,
      CollectionShape shape,
      int start,
      @Nullable AnchorTarget anchor) {
    this.parent = parent;
    this.mapping = shape.isMapping();
    this.flow = shape.isFlow();
    this.start = start;
    this.end = start;
    this.anchor = anchor;
    this.entries = mapping ? new ArrayList<>() : List.of();
    this.items = mapping ? List.of() : new ArrayList<>();
  }

  /// The index of the entry that already has a key; -1 if there is none.
  int indexOf(String text) {
    Map<String, Integer> known = keyIndex;
    if (known == null) {
      if (entries.size() < INDEX_THRESHOLD) {
        for (int i = 0; i < entries.size(); i++) {
          if (entries.get(i).key().value().equals(text)) {
            return i;
          }
        }
        return -1;
      }
      known = new HashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        known.put(entries.get(i).key().value(), i);
      }
      keyIndex = known;
    }
    Integer index = known.get(text);
    return index == null ? -1 : index;
  }

  void add(MappingEntry entry) {
    entries.add(entry);
    if (keyIndex != null) {
      keyIndex.put(entry.key().value(), entries.size() - 1);
    }
  }
}
