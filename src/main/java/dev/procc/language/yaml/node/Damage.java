package dev.procc.language.yaml.node;

import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places where a text was not YAML, which make parts of its tree unreliable.
///
/// @param lost places whose content could not be read
/// @param moved places whose content was read, but may belong elsewhere
public record Damage(List<Span> lost, List<Span> moved) {
  public static final Damage NONE = new Damage(List.of(), List.of());

  public Damage {
    lost = List.copyOf(lost);
    moved = List.copyOf(moved);
  }

  public boolean isEmpty() {
    return lost.isEmpty() && moved.isEmpty();
  }

  /// Whether a place is at the damage.
  public boolean covers(Span place) {
    return first(lost, place.start(), place.end()) != null
        || first(moved, place.start(), place.end()) != null;
  }

  /// The tree without what is lost: values there are unknown, and entries and items that begin
  /// there are removed. A collection that contains anything lost or moved is incomplete.
  YamlNode remove(YamlNode root) {
    return remove(root, root.span().end());
  }

  private YamlNode remove(YamlNode node, int blockEnd) {
    int end = isFlow(node) ? node.span().end() : blockEnd;
    if (!touches(node.span().start(), end)) {
      return node;
    }
    if (node instanceof Mapping mapping) {
      return remove(mapping, end);
    }
    if (node instanceof Sequence sequence) {
      return remove(sequence, end);
    }
    return isLost(node.span().start(), node.span().end()) ? new Unknown(node.origin()) : node;
  }

  /// Whether a node ends at its bracket: nothing after it can have been lost from it.
  private static boolean isFlow(YamlNode node) {
    return node instanceof Mapping mapping && mapping.flow()
        || node instanceof Sequence sequence && sequence.flow();
  }

  private Mapping remove(Mapping mapping, int end) {
    List<MappingEntry> entries = mapping.entries();
    List<MappingEntry> kept = new ArrayList<>(entries.size() + 1);
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry entry = entries.get(i);
      Span key = entry.key().span();
      int next = i + 1 < entries.size() ? entries.get(i + 1).key().span().start() : end;
      boolean elsewhere = entry.mergedAt() != null || entry.value().span().start() < key.start();
      if (elsewhere) {
        kept.add(entry);
      } else if (!isLost(key.start(), key.end())) {
        YamlNode value = remove(entry.value(), Math.max(next, entry.value().span().end()));
        kept.add(
            value == entry.value()
                ? entry
                : new MappingEntry(entry.key(), value, entry.mergedAt()));
      }
    }
    Span first = first(lost, mapping.span().start(), end);
    first = first == null ? first(moved, mapping.span().start(), end) : first;
    if (!mapping.isIncomplete() && first != null) {
      kept.add(Unknown.lostEntry(first));
    }
    return new Mapping(mapping.origin(), kept, mapping.flow());
  }

  private Sequence remove(Sequence sequence, int end) {
    List<YamlNode> items = new ArrayList<>(sequence.items().size() + 1);
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlNode item = sequence.items().get(i);
      int next = i + 1 < sequence.items().size() ? itemStart(sequence, i + 1) : end;
      items.add(remove(item, Math.max(next, item.span().end())));
    }
    if (!Unknown.isIncomplete(sequence)) {
      items.add(new Unknown(sequence.origin()));
    }
    return new Sequence(sequence.origin(), items, sequence.flow());
  }

  private static int itemStart(Sequence sequence, int index) {
    return sequence.items().get(index).span().start();
  }

  private boolean touches(int start, int end) {
    return isLost(start, end) || first(moved, start, end) != null;
  }

  private boolean isLost(int start, int end) {
    return first(lost, start, end) != null;
  }

  private static @Nullable Span first(List<Span> spans, int start, int end) {
    for (Span span : spans) {
      if (span.start() < Math.max(end, start + 1) && span.end() > start) {
        return span;
      }
    }
    return null;
  }
}
