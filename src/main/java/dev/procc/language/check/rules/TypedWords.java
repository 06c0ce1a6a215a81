package dev.procc.language.check.rules;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import org.jspecify.annotations.Nullable;

/// Whole words in texts, and where they are typed.
public final class TypedWords {
  private TypedWords() {}

  /// The offset of a whole word in a text; -1 if it does not occur.
  public static int indexOf(String text, String word, int from) {
    int at = text.indexOf(word, from);
    while (at >= 0) {
      int end = at + word.length();
      boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (before && after) {
        return at;
      }
      at = text.indexOf(word, at + 1);
    }
    return -1;
  }

  /// The origin of a value whose text has a word of it: the text of the value itself, or an
  /// argument or a default that went into it. What a variable, a target or a period says is none,
  /// since it may be another elsewhere. Null if there is none.
  public static @Nullable Origin place(Origin value, String word) {
    Layer layer = value.layer();
    if (layer != Layer.WRITTEN && layer != Layer.ARGUMENT && layer != Layer.DEFAULT) {
      return null;
    }
    if (indexOf(value.span().text(), word, 0) >= 0) {
      return value;
    }
    for (Origin input : value.inputs()) {
      Origin found = place(input, word);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
