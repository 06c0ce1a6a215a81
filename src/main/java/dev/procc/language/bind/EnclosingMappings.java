package dev.procc.language.bind;

import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The mappings around the one that is being checked, one of which may be the owner of a key in the
/// wrong column.
final class EnclosingMappings {
  private static final class Open {
    final Mapping mapping;
    final MappingSpec structure;
    boolean lacks;

    Open(Mapping mapping, MappingSpec structure) {
      this.mapping = mapping;
      this.structure = structure;
    }
  }

  private final List<Open> open = new ArrayList<>();

  void enter(Mapping mapping, MappingSpec structure) {
    open.add(new Open(mapping, structure));
  }

  /// Leaves the innermost mapping.
  ///
  /// @return whether a key of it was found in an inner mapping
  boolean leave() {
    return open.removeLast().lacks;
  }

  /// The outer structure that has a key and lacks it in the text; null if there is none.
  ///
  /// @param passed the number of inner mappings to skip
  @Nullable MappingSpec ownerOf(Scalar key, int passed) {
    for (int i = open.size() - 1 - passed; i >= 0; i--) {
      Open each = open.get(i);
      KeySpec known = each.structure.key(key.value());
      if (known != null && each.mapping.get(key.value()) == null && !each.mapping.flow()) {
        each.lacks = true;
        return each.structure;
      }
    }
    return null;
  }

  /// A node that may own what follows it in the text: its last mappings and lists may have more
  /// than could be read.
  static YamlNode withLostEnd(YamlNode node, Span lost) {
    if (node instanceof Mapping mapping && !mapping.flow()) {
      List<MappingEntry> entries = new ArrayList<>(mapping.entries());
      if (!entries.isEmpty()) {
        MappingEntry last = entries.removeLast();
        YamlNode value = withLostEnd(last.value(), lost);
        entries.add(new MappingEntry(last.key(), value, last.mergedAt()));
      }
      if (!mapping.isIncomplete()) {
        entries.add(Unknown.lostEntry(lost));
      }
      return new Mapping(mapping.origin(), entries, false);
    }
    if (node instanceof Sequence sequence && !sequence.flow()) {
      List<YamlNode> items = new ArrayList<>(sequence.items());
      if (!items.isEmpty()) {
        items.add(withLostEnd(items.removeLast(), lost));
      }
      items.add(new Unknown(sequence.origin()));
      return new Sequence(sequence.origin(), items, false);
    }
    return node;
  }

  /// The mapping with the entries that could be read, and one for those that are lost.
  static Mapping withLost(List<MappingEntry> read, @Nullable Span lost, Mapping mapping) {
    if (lost != null && !mapping.isIncomplete()) {
      read.add(Unknown.lostEntry(lost));
    }
    return new Mapping(mapping.origin(), read, mapping.flow());
  }

  /// Marks the last entry as possibly owning what follows it in a wrong column.
  static void addLostEnd(List<MappingEntry> read, Span lost) {
    if (!read.isEmpty()) {
      MappingEntry last = read.removeLast();
      YamlNode value = withLostEnd(last.value(), lost);
      read.add(new MappingEntry(last.key(), value, last.mergedAt()));
    }
  }

  /// Whether a value is empty because its content is in the column of its key.
  static boolean isEmptyBeforeUnknown(
      List<MappingEntry> entries, int index, MappingSpec structure) {
    return index + 1 < entries.size()
        && entries.get(index).value() instanceof Scalar scalar
        && scalar.isNull()
        && structure.key(entries.get(index + 1).key().value()) == null
        && !entries.get(index + 1).key().value().equals(Unknown.LOST_KEY);
  }
}
