package dev.procc.language.yaml.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source text with repairs, and the way back from its offsets to those of the source.
///
/// Repairs never add or take line ends, so lines keep their numbers.
public final class PatchedText {
  /// A replacement in the source text; an empty range inserts.
  public record TextChange(int from, int to, String replacement) {}

  private final String source;
  private final String text;
  private final List<TextChange> changes;
  private final int[] patchedStarts;

  private PatchedText(String source, List<TextChange> changes) {
    this.source = source;
    this.changes = changes;
    this.patchedStarts = new int[changes.size()];
    if (changes.isEmpty()) {
      text = source;
      return;
    }
    StringBuilder out = new StringBuilder(source.length() + 16 * changes.size());
    int at = 0;
    for (int i = 0; i < patchedStarts.length; i++) {
      TextChange change = changes.get(i);
      out.append(source, at, change.from());
      patchedStarts[i] = out.length();
      out.append(change.replacement());
      at = change.to();
    }
    text = out.append(source, at, source.length()).toString();
  }

  public static PatchedText unchanged(String source) {
    return new PatchedText(source, List.of());
  }

  /// The repaired text.
  public String text() {
    return text;
  }

  boolean isChanged() {
    return !changes.isEmpty();
  }

  /// The changes, by place in the source.
  public List<TextChange> changes() {
    return changes;
  }

  /// This with more changes, given in offsets of the source; a change swallows older ones that it
  /// covers. Null when a change cuts through another one.
  @Nullable
  public PatchedText withChanges(List<TextChange> more) {
    List<TextChange> fresh = new ArrayList<>(more);
    fresh.sort(PatchedText::compareByOffset);
    List<TextChange> all = new ArrayList<>(changes.size() + fresh.size());
    int old = 0;
    int past = 0;
    for (TextChange change : fresh) {
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
    return new PatchedText(source, List.copyOf(all));
  }

  private static int compareByOffset(TextChange a, TextChange b) {
    return a.from() != b.from()
        ? Integer.compare(a.from(), b.from())
        : Integer.compare(a.to(), b.to());
  }

  /// The offset in the source of an offset in the repaired text.
  int toSource(int offset) {
    if (patchedStarts.length == 0) {
      return offset;
    }
    int low = 0;
    int high = patchedStarts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (patchedStarts[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return offset;
    }
    TextChange change = changes.get(low - 1);
    int into = offset - patchedStarts[low - 1];
    int length = change.replacement().length();
    if (into >= length) {
      return change.to() + into - length;
    }
    return Math.min(change.from() + into, change.to());
  }
}
