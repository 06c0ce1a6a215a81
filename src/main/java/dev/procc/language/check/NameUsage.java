package dev.procc.language.check;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A search for names that occur as values: in all documents as written, so that a branch not taken
/// this time counts, and in the expanded processes, so that a cell of a table does.
///
/// In the People and Documents documents, only references count, not the names and ids that are
/// defined there.
final class NameUsage {
  private final Set<String> names;
  private final int longestName;
  private final Set<String> found = new HashSet<>();

  private NameUsage(Set<String> names) {
    this.names = names;
    int longest = 0;
    for (String name : names) {
      longest = Math.max(longest, name.length());
    }
    longestName = longest;
  }

  /// The names that occur.
  ///
  /// @param documents as written
  static Set<String> find(
      Set<String> names, List<Mapping> documents, List<ProcessContext> processes) {
    NameUsage usage = new NameUsage(names);
    for (Mapping document : documents) {
      usage.scanDocument(document);
    }
    for (ProcessContext process : processes) {
      for (ResolvedNode node : process.resolved().nodes().values()) {
        for (YamlNode value : node.decl().fields().values()) {
          usage.scanValue(value, false);
        }
      }
    }
    return usage.found;
  }

  private void scanDocument(Mapping document) {
    String kind = document.get("kind") instanceof Scalar scalar ? scalar.value() : "";
    if (kind.equals("Documents")) {
      return;
    }
    if (kind.equals("People")) {
      scanEntry(document, "roles");
      if (document.get("people") instanceof Mapping people) {
        for (MappingEntry person : people.entries()) {
          scanEntry(person.value(), "calendar");
          scanEntry(person.value(), "away");
        }
      }
      return;
    }
    for (MappingEntry entry : document.entries()) {
      if (!entry.key().value().equals("key")) {
        scanValue(entry.value(), true);
      }
    }
  }

  private static boolean isExpanded(Origin origin) {
    return origin.layer() != Layer.WRITTEN || !origin.inputs().isEmpty();
  }

  private void scanEntry(YamlNode of, String name) {
    YamlNode part = of instanceof Mapping mapping ? mapping.get(name) : null;
    if (part != null) {
      scanValue(part, true);
    }
  }

  /// @param includeVerbatim whether a value counts that a document contains literally, since it
  ///   comes from there
  private void scanValue(YamlNode node, boolean includeVerbatim) {
    if (node instanceof Scalar scalar) {
      String text = scalar.value();
      if (text.length() <= longestName
          && (includeVerbatim || isExpanded(scalar.origin()))
          && names.contains(text)) {
        found.add(text);
      }
    } else if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        scanValue(entry.value(), includeVerbatim);
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        scanValue(item, includeVerbatim);
      }
    }
  }
}
