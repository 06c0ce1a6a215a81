package dev.procc.language.check;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import java.util.function.Predicate;

/// A search in the nodes that processes and templates are written with, whether a condition leaves
/// them out for this target or in these periods or not.
public final class WrittenNodes {
  private WrittenNodes() {}

  /// Whether any node, or the part of any that a condition is about, is as described.
  ///
  /// @param documents as written
  public static boolean any(List<Mapping> documents, Predicate<Mapping> node) {
    for (Mapping document : documents) {
      String kind = document.get("kind") instanceof Scalar scalar ? scalar.value() : "";
      if ((kind.equals("Process") || kind.equals("Template")) && contains(document, node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(YamlNode in, Predicate<Mapping> node) {
    if (in instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        boolean children = entry.key().value().equals("children");
        boolean nested = children || entry.key().value().equals("root");
        if (nested && contains(entry.value(), node)) {
          return true;
        }
      }
    } else if (in instanceof Sequence sequence) {
      for (YamlNode child : sequence.items()) {
        if (child instanceof Mapping mapping && (node.test(mapping) || contains(child, node))) {
          return true;
        }
      }
    }
    return false;
  }
}
