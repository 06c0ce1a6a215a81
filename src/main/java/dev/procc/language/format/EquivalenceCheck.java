package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether two texts mean the same and keep the same comments: the proof that a formatted text may
/// take the place of the old one.
final class EquivalenceCheck {
  private EquivalenceCheck() {}

  static boolean isEquivalent(Cst.Stream old, Cst.Stream fresh, FormOf forms) {
    if (old.documents().size() != fresh.documents().size()
        || !commentTexts(old).equals(commentTexts(fresh))) {
      return false;
    }
    for (int i = 0; i < old.documents().size(); i++) {
      Cst.Document a = old.documents().get(i);
      Cst.Document b = fresh.documents().get(i);
      if (a.hasStartMarker() != b.hasStartMarker() || !sameNode(a.root(), b.root(), forms.of(a))) {
        return false;
      }
    }
    return true;
  }

  /// The canon of a document.
  interface FormOf {
    CanonicalForm of(Cst.Document document);
  }

  private static List<String> commentTexts(Cst.Stream stream) {
    List<String> texts = new ArrayList<>(stream.comments().size());
    for (Cst.CommentToken comment : stream.comments()) {
      texts.add(stream.file().text().substring(comment.start(), comment.end()));
    }
    Collections.sort(texts);
    return texts;
  }

  private static boolean sameNode(Cst a, Cst b, CanonicalForm form) {
    if (!a.properties().equals(b.properties())) {
      return false;
    }
    if (a instanceof Cst.AliasNode x) {
      return b instanceof Cst.AliasNode y && x.name().equals(y.name());
    }
    if (a instanceof Cst.ScalarNode x) {
      return b instanceof Cst.ScalarNode y && sameText(x, y, form);
    }
    return a instanceof Cst.CollectionNode x
        && b instanceof Cst.CollectionNode y
        && sameParts(x, y, form);
  }

  private static boolean sameText(Cst.ScalarNode a, Cst.ScalarNode b, CanonicalForm form) {
    boolean style = quotingKind(a.style()) == quotingKind(b.style());
    if (a.value().equals(b.value()) && style) {
      return true;
    }
    return b.value().equals(form.canonicalText(a.value())) && !b.isBlock();
  }

  /// Quotes of either sort are one kind.
  private static int quotingKind(Scalar.Style style) {
    return style == Scalar.Style.SINGLE_QUOTED
        ? Scalar.Style.DOUBLE_QUOTED.ordinal()
        : style.ordinal();
  }

  private static boolean sameParts(Cst.CollectionNode a, Cst.CollectionNode b, CanonicalForm form) {
    if (a.mapping() != b.mapping()
        || a.flow() != b.flow()
        || a.parts().size() != b.parts().size()) {
      return false;
    }
    if (!a.mapping()) {
      for (int i = 0; i < a.parts().size(); i++) {
        if (!sameNode(a.parts().get(i).value(), b.parts().get(i).value(), form.forItem())) {
          return false;
        }
      }
      return true;
    }
    return sameEntries(a, b, form.forMapping(ScalarPrinter.keys(a)));
  }

  private static boolean sameEntries(
      Cst.CollectionNode a, Cst.CollectionNode b, CanonicalForm form) {
    Map<String, Cst.Part> byKey = new HashMap<>();
    boolean inOrder = true;
    for (int i = 0; i < a.parts().size(); i++) {
      inOrder &= ScalarPrinter.key(a.parts().get(i)).equals(ScalarPrinter.key(b.parts().get(i)));
      byKey.put(ScalarPrinter.key(a.parts().get(i)), a.parts().get(i));
    }
    if (!inOrder && (byKey.size() != a.parts().size() || form.keyOrder().isEmpty())) {
      return false;
    }
    for (int i = 0; i < b.parts().size(); i++) {
      Cst.Part fresh = b.parts().get(i);
      Cst.Part old = inOrder ? a.parts().get(i) : byKey.remove(ScalarPrinter.key(fresh));
      if (old == null
          || old.key() == null
          || fresh.key() == null
          || !sameNode(old.key(), fresh.key(), CanonicalForm.FREE)
          || !sameNode(old.value(), fresh.value(), form.forValue(ScalarPrinter.key(old)))) {
        return false;
      }
    }
    return true;
  }
}
