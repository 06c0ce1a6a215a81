package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The replacement of fields of a process by those that a target has under `process`.
///
/// A field is replaced as a whole: lists and maps are not merged. The fields that identify a
/// process (its key, its tree, its variables) cannot be replaced; `if` makes children differ.
final class TargetOverlay {
  /// The fields that identify a process.
  static final List<String> PROTECTED_FIELDS =
      List.of("procc", "kind", "key", "root", "variables", "moved");

  private TargetOverlay() {}

  /// The process with the fields of the target; the process itself if the target has none.
  static Mapping apply(Mapping process, @Nullable Mapping target, Findings findings) {
    if (target == null || !(target.get("process") instanceof Mapping fields)) {
      return process;
    }
    List<MappingEntry> entries = new ArrayList<>(process.entries());
    for (MappingEntry field : fields.entries()) {
      String name = field.key().value();
      if (PROTECTED_FIELDS.contains(name)) {
        findings.add(
            Finding.of(
                    ExpandCodes.FIXED_FIELD,
                    field.key().span(),
                    "A target cannot set \"" + name + "\"; it sets fields of the process itself")
                .withHint("let a child differ by if: target == ..."));
        continue;
      }
      put(entries, field.key(), field.value(), Layer.TARGET, List.of());
    }
    return new Mapping(process.origin(), entries, process.flow());
  }

  /// Replaces a field in place or adds it at the end; the replaced value is an input of its origin.
  static void put(
      List<MappingEntry> entries,
      Scalar key,
      YamlNode value,
      Layer layer,
      List<Origin> moreOrigins) {
    List<Origin> inputs = new ArrayList<>(value.origin().inputs());
    inputs.addAll(moreOrigins);
    int index = indexOf(entries, key.value());
    MappingEntry old = index < 0 ? null : entries.get(index);
    if (old != null) {
      Origin replaced = old.value().origin();
      inputs.add(new Origin(Layer.OVERRIDDEN, replaced.span(), replaced.inputs()));
    }
    YamlNode layered = NodeValues.withOrigin(value, new Origin(layer, value.span(), inputs));
    if (old == null) {
      entries.add(new MappingEntry(key, layered, null));
    } else {
      entries.set(index, new MappingEntry(old.key(), layered, old.mergedAt()));
    }
  }

  private static int indexOf(List<MappingEntry> entries, String key) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().value().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
