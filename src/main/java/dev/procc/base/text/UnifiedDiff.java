package dev.procc.base.text;

import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/// The difference of two texts as `diff -u` writes it.
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /// The unified diff with `a/` and `b/` before the path; empty when the texts are equal.
  ///
  /// @param path with `/` between its parts
  public static String text(String path, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    List<String> old = lines(before);
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + path, "b/" + path, old, LinePatch.of(old, lines(after)), CONTEXT);
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      out.append(line).append('\n');
    }
    return out.toString();
  }

  /// The lines of a text; like `diff`, the last one says so if it has no line end.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        lines.add(text.substring(at) + "\n\\ No newline at end of file");
        break;
      }
      lines.add(text.substring(at, end));
      at = end + 1;
    }
    return lines;
  }
}
