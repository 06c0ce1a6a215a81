package dev.procc.language.resolve;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.List;

/// The raw arguments of a node that are sent as they are written: all but the names and expressions
/// in `{ person: cfo }` and `{ date: WD12 }`.
public final class LiteralArguments {
  private LiteralArguments() {}

  public static List<Scalar> of(ResolvedNode node) {
    List<Scalar> found = new ArrayList<>();
    YamlNode written = node.decl().fields().get(Fields.PROCESS_JOB_ARGUMENTS);
    if (written != null) {
      collect(written, false, found);
    }
    return found;
  }

  /// @param raw whether nothing in it is replaced
  private static void collect(YamlNode node, boolean raw, List<Scalar> found) {
    if (node instanceof Scalar scalar) {
      found.add(scalar);
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(item, raw, found));
    } else if (node instanceof Mapping mapping && (raw || !isReplaced(mapping))) {
      boolean inside = raw || mapping.entries().size() == 1 && mapping.get("raw") != null;
      for (MappingEntry entry : mapping.entries()) {
        collect(entry.value(), inside, found);
      }
    }
  }

  private static boolean isReplaced(Mapping mapping) {
    return mapping.entries().size() == 1
        && (mapping.get("person") instanceof Scalar || mapping.get("date") instanceof Scalar);
  }
}
