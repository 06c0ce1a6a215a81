package dev.procc.live.plan.explain;

import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.live.ledger.FieldHash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which lines of the source files were there at the last apply.
public final class LineHistory {
  private static final int HASH_LENGTH = 8;
  private static final long MAX_TABLE_SIZE = 4_000_000;

  private final BitSet changed = new BitSet();
  private final List<Integer> removedBefore = new ArrayList<>();

  private LineHistory() {}

  /// By path, the hashes of the lines of every file that any of the origins leads to.
  public static Map<String, String> hashesByFile(Collection<Origin> origins) {
    Map<String, String> lines = new TreeMap<>();
    Set<SourceFile> files = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Origin> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Origin> waiting = new ArrayDeque<>(origins);
    while (!waiting.isEmpty()) {
      Origin next = waiting.removeFirst();
      if (seen.add(next)) {
        if (files.add(next.span().file())) {
          lines.put(next.span().file().path(), String.join("", hashes(next.span().file())));
        }
        waiting.addAll(next.inputs());
      }
    }
    return lines;
  }

  private static List<String> hashes(SourceFile file) {
    List<String> hashes = new ArrayList<>();
    for (int line = 1; line <= file.lineCount(); line++) {
      hashes.add(FieldHash.ofText(file.line(line).stripTrailing()));
    }
    return hashes;
  }

  /// Compares a file with what was recorded of it.
  ///
  /// @param recorded hashes of lines, concatenated
  static LineHistory compare(SourceFile file, String recorded) {
    List<String> now = hashes(file);
    List<String> then = new ArrayList<>();
    for (int at = 0; at + HASH_LENGTH <= recorded.length(); at += HASH_LENGTH) {
      then.add(recorded.substring(at, at + HASH_LENGTH));
    }
    LineHistory lines = new LineHistory();
    lines.compare(now, then);
    return lines;
  }

  /// Whether that line (from 1) is new or another than it was.
  boolean isChanged(int line) {
    return changed.get(line);
  }

  boolean hasChanges() {
    return !changed.isEmpty();
  }

  /// Lines (from 1) before which lines are gone.
  List<Integer> removedBefore() {
    return removedBefore;
  }

  private void compare(List<String> now, List<String> then) {
    int first = 0;
    while (first < now.size() && first < then.size() && now.get(first).equals(then.get(first))) {
      first++;
    }
    int nowEnd = now.size();
    int thenEnd = then.size();
    while (nowEnd > first && thenEnd > first && now.get(nowEnd - 1).equals(then.get(thenEnd - 1))) {
      nowEnd--;
      thenEnd--;
    }
    List<String> nowMiddle = now.subList(first, nowEnd);
    List<String> thenMiddle = then.subList(first, thenEnd);
    if ((long) nowMiddle.size() * thenMiddle.size() <= MAX_TABLE_SIZE) {
      compareExactly(nowMiddle, thenMiddle, first);
    } else {
      compareByCount(nowMiddle, thenMiddle, first);
    }
  }

  private void compareExactly(List<String> now, List<String> then, int offset) {
    int[][] longest = new int[now.size() + 1][then.size() + 1];
    for (int i = now.size() - 1; i >= 0; i--) {
      for (int j = then.size() - 1; j >= 0; j--) {
        longest[i][j] =
            now.get(i).equals(then.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < now.size() || j < then.size()) {
      if (i < now.size() && j < then.size() && now.get(i).equals(then.get(j))) {
        i++;
        j++;
      } else if (j == then.size() || i < now.size() && longest[i + 1][j] >= longest[i][j + 1]) {
        changed.set(offset + i + 1);
        i++;
      } else {
        removedBefore.add(offset + i + 1);
        j++;
      }
    }
  }

  private void compareByCount(List<String> now, List<String> then, int offset) {
    Map<String, Integer> open = new HashMap<>();
    for (String line : then) {
      open.merge(line, 1, Integer::sum);
    }
    for (int i = 0; i < now.size(); i++) {
      int left = open.getOrDefault(now.get(i), 0);
      if (left == 0) {
        changed.set(offset + i + 1);
      } else {
        open.put(now.get(i), left - 1);
      }
    }
    if (open.values().stream().anyMatch(left -> left > 0)) {
      removedBefore.add(offset + 1);
    }
  }
}
