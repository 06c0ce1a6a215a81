package dev.procc.ide.change;

import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.project.ProjectPaths;

/// Names as they are written in the place of another one.
final class NameText {
  private NameText() {}

  /// A name in the place of another: in quotes where it is a whole plain scalar and would not be
  /// read as a text, `true` or `2024`.
  static String at(Span place, String name) {
    boolean quoted =
        !ScalarText.isStringPlain(name)
            && !ProjectPaths.isTable(place.file().path())
            && isPlainScalar(place);
    return quoted ? ScalarText.ofString(name) : name;
  }

  /// Whether a span is all of a plain scalar, judging by what is around it.
  private static boolean isPlainScalar(Span span) {
    String text = span.file().text();
    int before = span.start();
    while (before > 0 && TextLines.isBlank(text.charAt(before - 1))) {
      before--;
    }
    boolean begins =
        before == 0
            || TextLines.isBreak(text.charAt(before - 1))
            || (":-?[{,".indexOf(text.charAt(before - 1)) >= 0
                && !text.startsWith("{{", before - 2)
                && (before < span.start() || "[{,".indexOf(text.charAt(before - 1)) >= 0));
    int after = TextLines.skipBlanks(text, span.end(), text.length());
    boolean ends =
        after == text.length()
            || TextLines.isBreak(text.charAt(after))
            || ":,]}".indexOf(text.charAt(after)) >= 0 && !text.startsWith("}}", after)
            || (text.charAt(after) == '#' && after > span.end());
    return begins && ends;
  }
}
