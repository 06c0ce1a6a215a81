package dev.procc.language.format;

import dev.procc.language.yaml.Cst;
import dev.procc.language.yaml.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether two texts mean the same and keep the same comments: the proof that a formatted text may
/// take the place of the old one.
final class Same {
  private Same() {}

  static boolean streams(Cst.Stream old, Cst.Stream fresh, CanonOf canons) {
    if (old.documents().size() != fresh.documents().size() || !notes(old).equals(notes(fresh))) {
      return false;
    }
    for (int i = 0; i < old.documents().size(); i++) {
      Cst.Document a = old.documents().get(i);
      Cst.Document b = fresh.documents().get(i);
      if (a.marked() != b.marked() || !node(a.root(), b.root(), canons.of(a))) {
        return false;
      }
    }
    return true;
  }

  /// The canon of a document.
  interface CanonOf {
    Canon of(Cst.Document document);
  }

  private static List<String> notes(Cst.Stream stream) {
    List<String> texts = new ArrayList<>(stream.notes().size());
    for (Cst.Note note : stream.notes()) {
      texts.add(stream.file().text().substring(note.start(), note.end()));
    }
    Collections.sort(texts);
    return texts;
  }

  private static boolean node(Cst a, Cst b, Canon canon) {
    if (!a.properties().equals(b.properties())) {
      return false;
    }
    if (a instanceof Cst.Alias x) {
      return b instanceof Cst.Alias y && x.name().equals(y.name());
    }
    if (a instanceof Cst.Text x) {
      return b instanceof Cst.Text y && text(x, y, canon);
    }
    return a instanceof Cst.Collection x && b instanceof Cst.Collection y && parts(x, y, canon);
  }

  private static boolean text(Cst.Text a, Cst.Text b, Canon canon) {
    boolean style = kind(a.style()) == kind(b.style());
    if (a.value().equals(b.value()) && style) {
      return true;
    }
    return b.value().equals(canon.text(a.value())) && !b.block();
  }

  /// Quotes of either sort are one kind.
  private static int kind(Scalar.Style style) {
    return style == Scalar.Style.SINGLE_QUOTED
        ? Scalar.Style.DOUBLE_QUOTED.ordinal()
        : style.ordinal();
  }

  private static boolean parts(Cst.Collection a, Cst.Collection b, Canon canon) {
    if (a.mapping() != b.mapping()
        || a.flow() != b.flow()
        || a.parts().size() != b.parts().size()) {
      return false;
    }
    if (!a.mapping()) {
      for (int i = 0; i < a.parts().size(); i++) {
        if (!node(a.parts().get(i).value(), b.parts().get(i).value(), canon.item())) {
          return false;
        }
      }
      return true;
    }
    return entries(a, b, canon.mapping(Texts.keys(a)));
  }

  private static boolean entries(Cst.Collection a, Cst.Collection b, Canon canon) {
    Map<String, Cst.Part> byKey = new HashMap<>();
    boolean inOrder = true;
    for (int i = 0; i < a.parts().size(); i++) {
      inOrder &= Texts.key(a.parts().get(i)).equals(Texts.key(b.parts().get(i)));
      byKey.put(Texts.key(a.parts().get(i)), a.parts().get(i));
    }
    if (!inOrder && (byKey.size() != a.parts().size() || canon.keys().isEmpty())) {
      return false;
    }
    for (int i = 0; i < b.parts().size(); i++) {
      Cst.Part fresh = b.parts().get(i);
      Cst.Part old = inOrder ? a.parts().get(i) : byKey.remove(Texts.key(fresh));
      if (old == null
          || old.key() == null
          || fresh.key() == null
          || !node(old.key(), fresh.key(), Canon.FREE)
          || !node(old.value(), fresh.value(), canon.value(Texts.key(old)))) {
        return false;
      }
    }
    return true;
  }
}
