package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.language.check.Whole;
import dev.procc.language.check.rules.Removal;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/// What the findings of unused names share.
final class Unused {
  private Unused() {}

  /// A name in a document of people or documents that nothing uses, with its removal.
  static Diagnostic of(Code code, Scalar name, String what, Whole whole) {
    Diagnostic found =
        Diagnostic.of(
            code, name.span(), "\"" + name.value() + "\" is " + what + " and nothing uses it");
    Edit removal = removal(name, whole);
    return removal == null ? found : found.withFix(Fix.unsafe("remove it", removal));
  }

  private static @Nullable Edit removal(Scalar name, Whole whole) {
    for (Mapping document : whole.documents().written()) {
      for (Entry part : document.entries()) {
        Node value = part.value();
        if (value instanceof Mapping names && value.span().contains(name.span())) {
          Entry entry = names.entry(name.value());
          return entry == null ? null : Removal.entry(names, entry);
        }
      }
    }
    return null;
  }
}
