package dev.procc.language.check.rules;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole words in texts, and where they are typed.
public final class TypedWords {
  private static final List<Layer> STAYING =
      List.of(
          Layer.WRITTEN,
          Layer.ARGUMENT,
          Layer.DEFAULT,
          Layer.TARGET,
          Layer.VARIABLE,
          Layer.LOOP,
          Layer.ROW);

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

  /// The origin of a value whose text has a word of it: the text of the value itself, or what went
  /// into it and stays from period to period, such as an argument or a default. For a cell of a
  /// table it is the text that all rows share. What a period or a caller says is none. Null if
  /// there is none.
  public static @Nullable Origin place(Origin value, String word) {
    if (!STAYING.contains(value.layer())) {
      return null;
    }
    if (indexOf(value.span().text(), word, 0) >= 0) {
      return value;
    }
    for (Origin input : value.inputs()) {
      Origin found = place(input, word);
      if (found != null) {
        boolean row = input.layer() == Layer.ROW || input.layer() == Layer.LOOP;
        return row ? value : found;
      }
    }
    return null;
  }
}
