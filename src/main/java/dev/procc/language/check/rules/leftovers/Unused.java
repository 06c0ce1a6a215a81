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
import java.util.ArrayList;
import java.util.List;

/// What the findings of unused names share.
final class Unused {
  private Unused() {}

  /// A name in a document of people or documents that nothing uses, with its removal.
  static Diagnostic of(Code code, Scalar name, String what, Whole whole) {
    Diagnostic found =
        Diagnostic.of(
            code, name.span(), "\"" + name.value() + "\" is " + what + " and nothing uses it");
    List<Edit> removal = removal(name, whole);
    return removal.isEmpty() ? found : found.withFix(new Fix("remove it", false, removal));
  }

  private static List<Edit> removal(Scalar name, Whole whole) {
    for (Mapping document : whole.documents().written()) {
      for (Entry part : document.entries()) {
        Node value = part.value();
        if (value instanceof Mapping names && value.span().contains(name.span())) {
          List<Edit> edits = new ArrayList<>();
          boolean all = add(edits, names, name.value()) && periods(edits, document, name.value());
          return all ? edits : List.of();
        }
      }
    }
    return List.of();
  }

  /// What periods say of a document goes with it.
  private static boolean periods(List<Edit> edits, Mapping document, String name) {
    boolean all = true;
    if (document.get("periods") instanceof Mapping periods) {
      for (Entry period : periods.entries()) {
        if (period.value() instanceof Mapping own && own.get(name) != null) {
          all &= own.entries().size() > 1 ? add(edits, own, name) : add(edits, periods, period);
        }
      }
    }
    return all;
  }

  private static boolean add(List<Edit> edits, Mapping of, String name) {
    Entry entry = of.entry(name);
    return entry != null && add(edits, of, entry);
  }

  private static boolean add(List<Edit> edits, Mapping of, Entry entry) {
    Edit edit = Removal.entry(of, entry);
    if (edit != null) {
      edits.add(edit);
    }
    return edit != null;
  }
}
