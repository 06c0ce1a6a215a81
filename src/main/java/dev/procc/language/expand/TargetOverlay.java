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

/// Lays the `process` fields of a target over those of a process.
///
/// A field that the target names is replaced whole: lists and maps are not merged. What makes the
/// process what it is (its key, its tree, its variables) is not a target's to set; a child differs
/// by `if`.
final class TargetOverlay {
  private static final List<String> PROTECTED_FIELDS =
      List.of("procc", "kind", "key", "root", "variables", "moved");

  private TargetOverlay() {}

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
                    "\""
                        + name
                        + "\" is not a target's to set; a target sets fields of the process"
                        + " itself")
                .withHint("let a child differ by if: target == ..."));
        continue;
      }
      put(entries, field.key(), field.value(), Layer.TARGET, List.of());
    }
    return new Mapping(process.origin(), entries, process.flow());
  }

  /// Replaces a field in place or adds it at the end; the value it hides goes into its origin.
  static void put(
      List<MappingEntry> entries,
      Scalar key,
      YamlNode value,
      Layer layer,
      List<Origin> moreOrigins) {
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry old = entries.get(i);
      if (old.key().value().equals(key.value())) {
        List<Origin> from = new ArrayList<>(value.origin().inputs());
        from.addAll(moreOrigins);
        Origin hidden = old.value().origin();
        from.add(new Origin(Layer.OVERRIDDEN, hidden.span(), hidden.inputs()));
        YamlNode layered = NodeValues.withOrigin(value, new Origin(layer, value.span(), from));
        entries.set(i, new MappingEntry(old.key(), layered, old.mergedAt()));
        return;
      }
    }
    List<Origin> from = new ArrayList<>(value.origin().inputs());
    from.addAll(moreOrigins);
    YamlNode layered = NodeValues.withOrigin(value, new Origin(layer, value.span(), from));
    entries.add(new MappingEntry(key, layered, null));
  }
}
