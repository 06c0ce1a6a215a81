package dev.procc.base.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A patch between two lists of lines, in a time that grows with their length.
///
/// The time and memory for the smallest patch grow with the square of the difference. It is
/// computed where little lies between the first and the last change; otherwise the next common line
/// within a window is taken, so that the patch may be larger than necessary, but is never wrong.
final class LinePatch {
  /// The most lines, old and new together, for which the smallest patch is computed.
  private static final int MAX_EXACT = 2_000;

  /// The number of lines within which the next common line is searched.
  private static final int WINDOW = 100;

  private final List<String> before;
  private final List<String> after;
  private final int beforeEnd;
  private final int afterEnd;
  private final Patch<String> patch = new Patch<>();

  private LinePatch(List<String> before, List<String> after, int sameAtEnd) {
    this.before = before;
    this.after = after;
    beforeEnd = before.size() - sameAtEnd;
    afterEnd = after.size() - sameAtEnd;
  }

  static Patch<String> of(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    if (before.size() + after.size() - 2 * (start + end) <= MAX_EXACT) {
      return start + end == 0 ? DiffUtils.diff(before, after) : shifted(before, after, start, end);
    }
    LinePatch large = new LinePatch(before, after, end);
    large.walk(start, start);
    return large.patch;
  }

  /// The smallest patch between the common ends.
  private static Patch<String> shifted(
      List<String> before, List<String> after, int start, int end) {
    Patch<String> patch = new Patch<>();
    Patch<String> inner =
        DiffUtils.diff(
            before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    for (AbstractDelta<String> delta : inner.getDeltas()) {
      patch.addDelta(
          new ChangeDelta<>(shifted(delta.getSource(), start), shifted(delta.getTarget(), start)));
    }
    return patch;
  }

  private static Chunk<String> shifted(Chunk<String> chunk, int by) {
    return new Chunk<>(chunk.getPosition() + by, chunk.getLines());
  }

  private void walk(int beforeStart, int afterStart) {
    int b = beforeStart;
    int a = afterStart;
    while (b < beforeEnd || a < afterEnd) {
      if (isCommon(b, a)) {
        b++;
        a++;
        continue;
      }
      int fromBefore = b;
      int fromAfter = a;
      while ((b < beforeEnd || a < afterEnd) && !isCommon(b, a)) {
        int[] common = nextCommon(b, a);
        b = common[0];
        a = common[1];
      }
      patch.addDelta(
          new ChangeDelta<>(
              new Chunk<>(fromBefore, new ArrayList<>(before.subList(fromBefore, b))),
              new Chunk<>(fromAfter, new ArrayList<>(after.subList(fromAfter, a)))));
    }
  }

  private boolean isCommon(int b, int a) {
    return b < beforeEnd && a < afterEnd && before.get(b).equals(after.get(a));
  }

  /// The nearest common line within the window; past the window, or at the end, if there is none.
  private int[] nextCommon(int b, int a) {
    int lastBefore = Math.min(beforeEnd, b + WINDOW);
    int lastAfter = Math.min(afterEnd, a + WINDOW);
    Map<String, Integer> firstAfter = new HashMap<>();
    for (int i = a; i < lastAfter; i++) {
      firstAfter.putIfAbsent(after.get(i), i);
    }
    int[] best = {lastBefore, lastAfter};
    for (int i = b; i < lastBefore; i++) {
      Integer found = firstAfter.get(before.get(i));
      if (found != null && i + found < best[0] + best[1]) {
        best = new int[] {i, found};
      }
    }
    return best;
  }
}
