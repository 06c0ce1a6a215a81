package dev.procc.language.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A collection that is still open while events come in. Offsets are those of the source.
final class Frame {
  private static final int FEW = 12;

  final @Nullable Frame parent;
  final boolean mapping;
  final boolean flow;
  final int start;
  final @Nullable Anchor anchor;

  final List<Entry> entries;
  final List<Node> items;
  final List<Merge> merges = new ArrayList<>(0);

  /// The key that waits for its value.
  @Nullable Scalar key;

  /// Whether the next node is a value.
  boolean valueNext;

  /// Whether the value to come belongs to no entry.
  boolean dropValue;

  /// Whether this stands where a key should.
  boolean asKey;

  /// Where the last child ends.
  int end;

  /// How many nodes this and everything in it are.
  int size = 1;

  /// How many levels of collections are in it.
  int height = 1;

  /// The finding about commas in the last value, and where it stands among the findings.
  int commaFinding = -1;

  private @Nullable Map<String, Scalar> index;

  /// A `<<` and its value.
  record Merge(Scalar key, Node value, int at) {}

  /// What a name stands for; the node is absent while its collection is open.
  static final class Anchor {
    final int start;
    final int end;
    @Nullable Node node;
    int size = 1;
    int height;

    Anchor(int start, int end) {
      this.start = start;
      this.end = end;
    }
  }

  Frame(@Nullable Frame parent, boolean mapping, boolean flow, int start, @Nullable Anchor anchor) {
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
  @Nullable Scalar written(String text) {
    Map<String, Scalar> known = index;
    if (known == null) {
      if (entries.size() < FEW) {
        for (int i = 0; i < entries.size(); i++) {
          if (entries.get(i).key().value().equals(text)) {
            return entries.get(i).key();
          }
        }
        return null;
      }
      known = new HashMap<>();
      for (Entry entry : entries) {
        known.put(entry.key().value(), entry.key());
      }
      index = known;
    }
    return known.get(text);
  }

  void add(Entry entry) {
    entries.add(entry);
    if (index != null) {
      index.put(entry.key().value(), entry.key());
    }
  }
}
