package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.process.Address;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kind and key of a node: each node has one kind, and a key that is unique among its siblings.
final class NodeKinds {
  private static final Set<String> KINDS = Set.copyOf(Vocabulary.CHILD_KINDS);

  private NodeKinds() {}

  /// The entry with the kind of a node; null if there is none. Further kinds are reported.
  static @Nullable MappingEntry kind(Mapping node, Findings findings) {
    MappingEntry kind = null;
    for (MappingEntry entry : node.entries()) {
      if (!KINDS.contains(entry.key().value())) {
        continue;
      }
      if (kind == null) {
        kind = entry;
      } else {
        findings.add(twoKinds(entry, kind));
      }
    }
    return kind;
  }

  private static Finding twoKinds(MappingEntry entry, MappingEntry kind) {
    return Finding.of(
            BindCodes.TWO_KINDS_OF_CHILD,
            entry.key().span(),
            "\""
                + entry.key().value()
                + "\" stands beside \""
                + kind.key().value()
                + "\", a node has one kind")
        .withLabel(kind.key().span(), "the kind of this node")
        .withHint("begin a node of its own with - " + entry.key().value() + ":");
  }

  /// Reports a key that only the root group can have.
  static void checkReserved(MappingEntry kind, Findings findings) {
    if (kind.value() instanceof Scalar key && key.value().equals(Address.ROOT)) {
      findings.add(
          Finding.of(
                  BindCodes.RESERVED_KEY,
                  key.span(),
                  "\"root\" is the key of the root group, no other node can have it")
              .withHint("choose another key"));
    }
  }

  /// Whether an item of a list of nodes has two kinds: another node begins in it, without its dash.
  static boolean hasTwo(Mapping item, ValueShape of) {
    int kinds = 0;
    if (of instanceof ValueShape.ChildShape) {
      for (MappingEntry entry : item.entries()) {
        kinds += KINDS.contains(entry.key().value()) ? 1 : 0;
      }
    }
    return kinds > 1;
  }

  /// The node up to its second kind, with which another node begins; itself if it has one kind.
  static Mapping upToSecondKind(Mapping mapping, MappingEntry kind) {
    List<MappingEntry> entries = mapping.entries();
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry entry = entries.get(i);
      if (entry != kind && KINDS.contains(entry.key().value())) {
        List<MappingEntry> kept = new ArrayList<>(entries.subList(0, i));
        kept.add(Unknown.lostEntry(entry.key().span()));
        return new Mapping(mapping.origin(), kept, mapping.flow());
      }
    }
    return mapping;
  }

  /// The node with the kind that a misspelt key was meant to be; null if there is none.
  static @Nullable Mapping withMeantKind(Mapping node) {
    List<MappingEntry> entries = new ArrayList<>(node.entries());
    for (int i = 0; i < entries.size(); i++) {
      var near = Spelling.nearest(entries.get(i).key().value(), Vocabulary.CHILD_KINDS);
      if (near.isPresent()) {
        entries.set(i, StructureFindings.renamed(entries.get(i), near.get()));
        return new Mapping(node.origin(), entries, node.flow());
      }
    }
    return null;
  }

  /// Reports siblings with the same key.
  static void checkUniqueKeys(Sequence children, Findings findings) {
    Map<String, Scalar> first = new HashMap<>();
    for (YamlNode child : children.items()) {
      if (child instanceof Mapping mapping) {
        Scalar key = keyOf(mapping);
        if (key == null || ShapeFit.isInterpolated(key)) {
          continue;
        }
        Scalar before = first.putIfAbsent(key.value(), key);
        if (before != null) {
          findings.add(
              Finding.of(
                      BindCodes.DUPLICATE_NODE,
                      key.span(),
                      "\"" + key.value() + "\" is the key of two nodes, keys are unique in a group")
                  .withLabel(before.span(), "the first one")
                  .withHint("choose another key"));
        }
      }
    }
  }

  /// The scalar with the key of a child: for a use, that of its `key:` if it has one; null for a
  /// loop, whose rows have the keys.
  private static @Nullable Scalar keyOf(Mapping child) {
    if (child.get("forEach") != null) {
      return null;
    }
    for (String kind : Vocabulary.CHILD_KINDS) {
      YamlNode value = child.get(kind);
      if (value instanceof Scalar scalar) {
        return kind.equals("use") && child.get("key") instanceof Scalar key ? key : scalar;
      }
    }
    return null;
  }
}
