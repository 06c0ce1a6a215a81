package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A check that a formatted text has the same meaning and comments as the original.
final class EquivalenceCheck {
  private EquivalenceCheck() {}

  static boolean isEquivalent(Cst.Stream original, Cst.Stream formatted, FormOf forms) {
    if (original.documents().size() != formatted.documents().size()
        || !commentTexts(original).equals(commentTexts(formatted))) {
      return false;
    }
    for (int i = 0; i < original.documents().size(); i++) {
      Cst.Document a = original.documents().get(i);
      Cst.Document b = formatted.documents().get(i);
      if (a.hasStartMarker() != b.hasStartMarker() || !sameNode(a.root(), b.root(), forms.of(a))) {
        return false;
      }
    }
    return true;
  }

  /// The canonical form of each document.
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
    boolean sameStyle = quotingKind(a.style()) == quotingKind(b.style());
    if (a.value().equals(b.value()) && sameStyle) {
      return true;
    }
    return b.value().equals(form.canonicalText(a.value())) && !b.isBlock();
  }

  /// A number for a style, the same for single and double quotes.
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
    boolean inOrder = true;
    for (int i = 0; i < a.parts().size() && inOrder; i++) {
      inOrder = ScalarPrinter.key(a.parts().get(i)).equals(ScalarPrinter.key(b.parts().get(i)));
    }
    Map<String, Cst.Part> byKey = new HashMap<>();
    if (!inOrder) {
      for (Cst.Part part : a.parts()) {
        byKey.put(ScalarPrinter.key(part), part);
      }
      if (byKey.size() != a.parts().size() || form.keyOrder().isEmpty()) {
        return false;
      }
    }
    for (int i = 0; i < b.parts().size(); i++) {
      Cst.Part formatted = b.parts().get(i);
      Cst.Part original = inOrder ? a.parts().get(i) : byKey.remove(ScalarPrinter.key(formatted));
      if (original == null
          || original.key() == null
          || formatted.key() == null
          || !sameNode(original.key(), formatted.key(), CanonicalForm.FREE)
          || !sameNode(
              original.value(), formatted.value(), form.forValue(ScalarPrinter.key(original)))) {
        return false;
      }
    }
    return true;
  }
}
