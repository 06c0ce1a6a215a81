package dev.procc.live.plan.explain;

import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.text.LineDiff;
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

/// The lines of source files that existed at the last apply.
public final class LineHistory {
  private static final int HASH_LENGTH = 8;

  private final BitSet changed = new BitSet();
  private final List<Integer> removedBefore = new ArrayList<>();

  private LineHistory() {}

  /// The hashes of the lines of every file that the origins lead to, by path.
  public static Map<String, String> hashesByFile(Collection<Origin> origins) {
    Map<String, String> lines = new TreeMap<>();
    Set<SourceFile> files = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Origin> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Origin> waiting = new ArrayDeque<>(origins);
    SourceFile last = null;
    while (!waiting.isEmpty()) {
      Origin next = waiting.removeFirst();
      SourceFile file = next.file();
      if (file != last && files.add(file)) {
        lines.put(file.path(), String.join("", hashes(file)));
      }
      last = file;
      if (!next.inputs().isEmpty() && seen.add(next)) {
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

  /// Compares a file with its record.
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

  /// Whether a line (from 1) is new or changed.
  boolean isChanged(int line) {
    return changed.get(line);
  }

  /// The lines (from 1) before which lines were removed.
  List<Integer> removedBefore() {
    return removedBefore;
  }

  private void compare(List<String> now, List<String> then) {
    LineDiff diff = LineDiff.of(then, now);
    if (diff.isTooLarge()) {
      compareByCount(diff);
      return;
    }
    diff.walk(
        new LineDiff.Visitor() {
          @Override
          public void added(int index) {
            changed.set(index + 1);
          }

          @Override
          public void removed(String line, int index) {
            removedBefore.add(index + 1);
          }
        });
  }

  private void compareByCount(LineDiff diff) {
    Map<String, Integer> open = new HashMap<>();
    for (String line : diff.before()) {
      open.merge(line, 1, Integer::sum);
    }
    List<String> now = diff.after();
    for (int i = 0; i < now.size(); i++) {
      int left = open.getOrDefault(now.get(i), 0);
      if (left == 0) {
        changed.set(diff.offset() + i + 1);
      } else {
        open.put(now.get(i), left - 1);
      }
    }
    if (open.values().stream().anyMatch(left -> left > 0)) {
      removedBefore.add(diff.offset() + 1);
    }
  }
}
