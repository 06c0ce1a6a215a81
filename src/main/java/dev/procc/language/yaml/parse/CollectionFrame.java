package dev.procc.language.yaml.parse;

import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A collection that is still open while events come in. Offsets are those of the source.
final class CollectionFrame {
  private static final int INDEX_THRESHOLD = 12;

  final @Nullable CollectionFrame parent;
  final boolean mapping;
  final boolean flow;
  final int start;
  final @Nullable AnchorTarget anchor;

  final List<MappingEntry> entries;
  final List<YamlNode> items;
  final List<MergeEntry> merges = new ArrayList<>(0);

  /// The key that waits for its value.
  @Nullable Scalar key;

  /// Whether the next node is a value.
  boolean expectsValue;

  /// Whether the value to come belongs to no entry.
  boolean dropValue;

  /// Whether this stands where a key should.
  boolean isKey;

  /// Where the last child ends.
  int end;

  /// How many nodes this and everything in it are.
  int nodeCount = 1;

  /// How many levels of collections are in it.
  int levels = 1;

  /// The finding about commas in the last value, and where it stands among the findings.
  int commaFindingIndex = -1;

  private @Nullable Map<String, Scalar> keyIndex;

  /// A `<<` and its value.
  record MergeEntry(Scalar key, YamlNode value, int at) {}

  /// What a name stands for; the node is absent while its collection is open.
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
      boolean mapping,
      boolean flow,
      int start,
      @Nullable AnchorTarget anchor) {
    this.parent = parent;
    this.mapping = mapping;
    this.flow = flow;
    this.start = start;
    this.end = start;
    this.anchor = anchor;
    this.entries = mapping ? new ArrayList<>() : List.of();
    this.items = mapping ? List.of() : new ArrayList<>();
  }

  /// The first key of this text, if there was one already.
  @Nullable Scalar existingKey(String text) {
    Map<String, Scalar> known = keyIndex;
    if (known == null) {
      if (entries.size() < INDEX_THRESHOLD) {
        for (int i = 0; i < entries.size(); i++) {
          if (entries.get(i).key().value().equals(text)) {
            return entries.get(i).key();
          }
        }
        return null;
      }
      known = new HashMap<>();
      for (MappingEntry entry : entries) {
        known.put(entry.key().value(), entry.key());
      }
      keyIndex = known;
    }
    return known.get(text);
  }

  void add(MappingEntry entry) {
    entries.add(entry);
    if (keyIndex != null) {
      keyIndex.put(entry.key().value(), entry.key());
    }
  }
}
