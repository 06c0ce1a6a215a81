package dev.procc.live.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What stood where lines are gone.
public final class RemovedLines {
  private static final long MAX_TABLE_SIZE = 4_000_000;

  private RemovedLines() {}

  /// The lines that only the earlier text has, by the line (from 1) of the later one that they
  /// stood after; 0 for those before its first line. Nothing where the texts differ in more than
  /// some 2,000 lines.
  public static Map<Integer, List<String>> of(List<String> before, List<String> after) {
    int first = 0;
    while (first < before.size()
        && first < after.size()
        && before.get(first).equals(after.get(first))) {
      first++;
    }
    int oldEnd = before.size();
    int newEnd = after.size();
    while (oldEnd > first
        && newEnd > first
        && before.get(oldEnd - 1).equals(after.get(newEnd - 1))) {
      oldEnd--;
      newEnd--;
    }
    List<String> old = before.subList(first, oldEnd);
    List<String> now = after.subList(first, newEnd);
    Map<Integer, List<String>> removed = new TreeMap<>();
    if ((long) old.size() * now.size() <= MAX_TABLE_SIZE) {
      walk(old, now, first, removed);
    }
    return removed;
  }

  private static void walk(
      List<String> old, List<String> now, int offset, Map<Integer, List<String>> removed) {
    int[][] longest = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        longest[i][j] =
            old.get(i).equals(now.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < old.size()) {
      if (j < now.size() && old.get(i).equals(now.get(j))) {
        i++;
        j++;
      } else if (j < now.size() && longest[i][j + 1] >= longest[i + 1][j]) {
        j++;
      } else {
        removed.computeIfAbsent(offset + j, l -> new ArrayList<>()).add(old.get(i++));
      }
    }
  }
}
