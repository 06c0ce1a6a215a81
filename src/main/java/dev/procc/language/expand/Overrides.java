package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays the `process` fields of a target over those of a process.
///
/// A field that the target names is replaced whole: lists and maps are not merged. What makes the
/// process what it is (its key, its tree, its variables) is not a target's to set; a child differs
/// by `if`.
final class Overrides {
  private static final List<String> FIXED =
      List.of("procc", "kind", "key", "root", "variables", "moved");

  private Overrides() {}

  static Mapping apply(Mapping process, @Nullable Mapping target, Findings findings) {
    if (target == null || !(target.get("process") instanceof Mapping fields)) {
      return process;
    }
    List<Entry> entries = new ArrayList<>(process.entries());
    for (Entry field : fields.entries()) {
      String name = field.key().value();
      if (FIXED.contains(name)) {
        findings.add(
            Diagnostic.of(
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
  static void put(List<Entry> entries, Scalar key, Node value, Layer layer, List<Origin> more) {
    for (int i = 0; i < entries.size(); i++) {
      Entry old = entries.get(i);
      if (old.key().value().equals(key.value())) {
        List<Origin> from = new ArrayList<>(value.origin().from());
        from.addAll(more);
        Origin hidden = old.value().origin();
        from.add(new Origin(Layer.HIDDEN, hidden.span(), hidden.from()));
        Node laid = Values.withOrigin(value, new Origin(layer, value.span(), from));
        entries.set(i, new Entry(old.key(), laid, old.mergedAt()));
        return;
      }
    }
    List<Origin> from = new ArrayList<>(value.origin().from());
    from.addAll(more);
    Node laid = Values.withOrigin(value, new Origin(layer, value.span(), from));
    entries.add(new Entry(key, laid, null));
  }
}
