package dev.procc.language.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source text with repairs, and the way back from its offsets to those of the source.
///
/// Repairs never add or take line ends, so lines keep their numbers.
final class Patched {
  /// A replacement in the source text; an empty range inserts.
  record Change(int from, int to, String replacement) {}

  private final String source;
  private final String text;
  private final List<Change> changes;
  private final int[] starts;

  private Patched(String source, List<Change> changes) {
    this.source = source;
    this.changes = changes;
    this.starts = new int[changes.size()];
    if (changes.isEmpty()) {
      text = source;
      return;
    }
    StringBuilder out = new StringBuilder(source.length() + 16 * changes.size());
    int at = 0;
    for (int i = 0; i < starts.length; i++) {
      Change change = changes.get(i);
      out.append(source, at, change.from());
      starts[i] = out.length();
      out.append(change.replacement());
      at = change.to();
    }
    text = out.append(source, at, source.length()).toString();
  }

  static Patched none(String source) {
    return new Patched(source, List.of());
  }

  /// The repaired text.
  String text() {
    return text;
  }

  boolean changed() {
    return !changes.isEmpty();
  }

  /// The changes, by place in the source.
  List<Change> changes() {
    return changes;
  }

  /// This with more changes, given in offsets of the source; a change swallows older ones that it
  /// covers. Null when a change cuts through another one.
  @Nullable Patched with(List<Change> more) {
    List<Change> fresh = new ArrayList<>(more);
    fresh.sort(Patched::byPlace);
    List<Change> all = new ArrayList<>(changes.size() + fresh.size());
    int old = 0;
    int past = 0;
    for (Change change : fresh) {
      while (old < changes.size() && changes.get(old).from() < change.from()) {
        all.add(changes.get(old++));
      }
      if (change.from() < change.to()) {
        while (old < changes.size() && changes.get(old).to() <= change.to()) {
          old++;
        }
      }
      if (change.from() < past
          || (!all.isEmpty() && all.getLast().to() > change.from())
          || (old < changes.size() && changes.get(old).from() < change.to())) {
        return null;
      }
      all.add(change);
      past = change.to();
    }
    all.addAll(changes.subList(old, changes.size()));
    return new Patched(source, List.copyOf(all));
  }

  private static int byPlace(Change a, Change b) {
    return a.from() != b.from()
        ? Integer.compare(a.from(), b.from())
        : Integer.compare(a.to(), b.to());
  }

  /// The offset in the source of an offset in the repaired text.
  int toSource(int offset) {
    if (starts.length == 0) {
      return offset;
    }
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return offset;
    }
    Change change = changes.get(low - 1);
    int into = offset - starts[low - 1];
    int length = change.replacement().length();
    if (into >= length) {
      return change.to() + into - length;
    }
    return Math.min(change.from() + into, change.to());
  }
}
