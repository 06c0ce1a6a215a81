package dev.procc.live.compare;

import dev.procc.base.text.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The removed lines of a text, by where they were.
public final class RemovedLines {
  private RemovedLines() {}

  /// The lines that only the earlier text has, by the line (from 1) of the later one that they
  /// followed; 0 for those before its first line. Empty if the texts differ in more than some 2,000
  /// lines.
  public static Map<Integer, List<String>> of(List<String> before, List<String> after) {
    Map<Integer, List<String>> removed = new TreeMap<>();
    LineDiff diff = LineDiff.of(before, after);
    if (!diff.isTooLarge()) {
      diff.walk(
          new LineDiff.Visitor() {
            @Override
            public void added(int index) {}

            @Override
            public void removed(String line, int index) {
              removed.computeIfAbsent(index, l -> new ArrayList<>()).add(line);
            }
          });
    }
    return removed;
  }
}
