package dev.procc.ide.cursor;

import dev.procc.base.text.TextLines;
import dev.procc.ide.cursor.Cursor.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The search for the keys and items around a column of a line, by the indentation of the lines
/// above. They need not be YAML.
final class AncestorScan {
  private final String text;
  private final Deque<Step> path = new ArrayDeque<>();
  private final Map<String, String> innermost = new LinkedHashMap<>();
  private Map<String, String> siblings = innermost;
  private int level;
  private boolean inList;

  private AncestorScan(String text) {
    this.text = text;
  }

  /// The mapping around a position.
  ///
  /// @param path from the document down
  /// @param siblings the keys of the mapping above the line
  record Enclosing(List<Step> path, Map<String, String> siblings) {}

  /// @param lineStart the start of the line
  /// @param dashes before the position on the line
  /// @param column of the position
  static Enclosing of(String text, int lineStart, List<Integer> dashes, int column) {
    AncestorScan scan = new AncestorScan(text);
    scan.level = column;
    scan.addItems(dashes);
    int at = lineStart;
    while (at > 0) {
      int start = Lines.start(text, at - 1);
      if (!scan.visit(start, TextLines.lineEnd(text, start))) {
        break;
      }
      at = start;
    }
    return new Enclosing(List.copyOf(scan.path), scan.innermost);
  }

  private void addItems(List<Integer> dashes) {
    for (int i = dashes.size() - 1; i >= 0; i--) {
      path.addFirst(Step.item());
      level = dashes.get(i);
      inList = true;
    }
  }

  /// Visits a line above.
  ///
  /// @return false at the start of the document
  private boolean visit(int start, int end) {
    if (text.startsWith("---", start)) {
      return false;
    }
    int first = start;
    while (first < end && text.charAt(first) == ' ') {
      first++;
    }
    if (first == end || text.charAt(first) == '#' || first - start > level) {
      return true;
    }
    BlockLine line = BlockLine.of(text.substring(start, end));
    if (inList) {
      visitFromList(line);
    } else {
      visitFromMapping(line);
    }
    return true;
  }

  private void visitFromList(BlockLine line) {
    List<Integer> dashes = line.dashes();
    if (dashes.contains(level)) {
      if (dashes.getFirst() < level) {
        addItems(dashes.subList(0, dashes.indexOf(level)));
      }
    } else if (line.key() != null && line.column() <= level) {
      addKey(line);
    }
  }

  private void visitFromMapping(BlockLine line) {
    if (line.key() != null && line.column() == level) {
      siblings.putIfAbsent(line.key(), line.value());
      addItems(line.dashes());
    } else if (line.key() != null && line.column() < level) {
      addKey(line);
    } else if (!line.dashes().isEmpty()) {
      addItems(line.dashes());
    }
  }

  private void addKey(BlockLine line) {
    siblings = new LinkedHashMap<>();
    siblings.put(String.valueOf(line.key()), line.value());
    path.addFirst(new Step(line.key(), siblings));
    level = line.column();
    inList = false;
    addItems(line.dashes());
  }
}
