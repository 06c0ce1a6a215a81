package dev.procc.view.plan;

import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values for the template of a page: maps of names to values, and lines of text pages.
final class HtmlModels {
  private HtmlModels() {}

  /// A map of names to values, given alternately.
  static Map<String, Object> modelOf(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return row;
  }

  /// The models of effects as on a terminal, each with its lines.
  static List<Object> effectModels(TextPage page) {
    List<Object> effects = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (String line : dedented(page)) {
      if (line.startsWith(" ") && !effects.isEmpty()) {
        more.add(line.strip());
      } else {
        more = new ArrayList<>();
        effects.add(modelOf("effect", line.strip(), "more", more));
      }
    }
    return effects;
  }

  /// The lines of a page without their indentation on a terminal, each to be escaped as a whole.
  private static List<String> dedented(TextPage page) {
    return page.toString()
        .stripTrailing()
        .lines()
        .map(line -> line.startsWith("    ") ? line.substring(4) : line)
        .toList();
  }

  /// The lines of a page, with wrapped ones joined.
  static List<String> lines(TextPage page) {
    List<String> lines = new ArrayList<>();
    for (String line : page.toString().strip().split("\n", -1)) {
      if (line.startsWith("  ") && !lines.isEmpty()) {
        lines.add(lines.removeLast() + " " + line.strip());
      } else if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    return lines;
  }
}
