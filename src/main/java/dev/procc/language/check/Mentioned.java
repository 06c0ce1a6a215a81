package dev.procc.language.check;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.HashSet;
import java.util.Set;

/// Those of some names that stand anywhere as a text that may name something: the values of all
/// documents as written, so that a choice not taken this time counts, and those of the expanded
/// processes, so that a cell of a table does.
///
/// Of people and documents only what names others is taken; their own names and ids are none.
final class Mentioned {
  private final Set<String> names;
  private final int longest;
  private final Set<String> found = new HashSet<>();

  private Mentioned(Set<String> names) {
    this.names = names;
    int most = 0;
    for (String name : names) {
      most = Math.max(most, name.length());
    }
    longest = most;
  }

  static Set<String> of(Set<String> names, Whole whole) {
    Mentioned mentioned = new Mentioned(names);
    for (Mapping document : whole.documents().written()) {
      mentioned.document(document);
    }
    for (Subject process : whole.processes()) {
      for (NodeInfo node : process.resolved().nodes().values()) {
        for (Node value : node.decl().fields().values()) {
          mentioned.value(value, false);
        }
      }
    }
    return mentioned.found;
  }

  private void document(Mapping document) {
    String kind = document.get("kind") instanceof Scalar scalar ? scalar.value() : "";
    if (kind.equals("Documents")) {
      return;
    }
    if (kind.equals("People")) {
      part(document, "roles");
      if (document.get("people") instanceof Mapping people) {
        for (Entry person : people.entries()) {
          part(person.value(), "calendar");
          part(person.value(), "away");
        }
      }
      return;
    }
    for (Entry entry : document.entries()) {
      if (!entry.key().value().equals("key")) {
        value(entry.value(), true);
      }
    }
  }

  private static boolean made(Origin origin) {
    return origin.layer() != Layer.WRITTEN || !origin.from().isEmpty();
  }

  private void part(Node of, String name) {
    Node part = of instanceof Mapping mapping ? mapping.get(name) : null;
    if (part != null) {
      value(part, true);
    }
  }

  /// @param all whether what stands in a document just as it is counts too: it was taken there
  private void value(Node node, boolean all) {
    if (node instanceof Scalar scalar) {
      String text = scalar.value();
      if (text.length() <= longest && (all || made(scalar.origin())) && names.contains(text)) {
        found.add(text);
      }
    } else if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        value(entry.value(), all);
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        value(item, all);
      }
    }
  }
}
