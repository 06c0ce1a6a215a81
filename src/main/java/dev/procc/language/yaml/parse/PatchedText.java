package dev.procc.language.yaml.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source text with repairs, and the mapping of its offsets back to those of the source.
public final class PatchedText {
  /// A replacement in the source text; an empty range inserts.
  public record TextChange(int from, int to, String replacement) {}

  private final String source;
  private final List<TextChange> changes;
  private final int[] patchedStarts;
  private final int length;
  private @Nullable String text;

  private PatchedText(String source, List<TextChange> changes) {
    this.source = source;
    this.changes = changes;
    this.patchedStarts = new int[changes.size()];
    int shift = 0;
    for (int i = 0; i < patchedStarts.length; i++) {
      TextChange change = changes.get(i);
      patchedStarts[i] = change.from() + shift;
      shift += change.replacement().length() - (change.to() - change.from());
    }
    length = source.length() + shift;
  }

  /// A text without repairs.
  public static PatchedText unchanged(String source) {
    return new PatchedText(source, List.of());
  }

  /// The repaired text.
  public String text() {
    String known = text;
    if (known == null) {
      known = changes.isEmpty() ? source : patched();
      text = known;
    }
    return known;
  }

  private String patched() {
    StringBuilder out = new StringBuilder(length);
    int at = 0;
    for (TextChange change : changes) {
      out.append(source, at, change.from()).append(change.replacement());
      at = change.to();
    }
    return out.append(source, at, source.length()).toString();
  }

  /// The length of the repaired text.
  public int length() {
    return length;
  }

  /// Whether a change touches a range of the source.
  public boolean isChanged(int from, int to) {
    for (TextChange change : changes) {
      if (change.from() <= to && change.to() >= from) {
        return true;
      }
    }
    return false;
  }

  /// The text with more changes, given in offsets of the source; a change replaces older ones that
  /// it covers. Null if a change partly overlaps another one.
  @Nullable
  public PatchedText withChanges(List<TextChange> more) {
    List<TextChange> added = new ArrayList<>(more);
    added.sort(PatchedText::compareByOffset);
    List<TextChange> all = new ArrayList<>(changes.size() + added.size());
    int old = 0;
    int addedUpTo = 0;
    for (TextChange change : added) {
      while (old < changes.size() && changes.get(old).from() < change.from()) {
        all.add(changes.get(old++));
      }
      if (change.from() < change.to()) {
        while (old < changes.size() && changes.get(old).to() <= change.to()) {
          old++;
        }
      }
      if (change.from() < addedUpTo
          || (!all.isEmpty() && all.getLast().to() > change.from())
          || (old < changes.size() && changes.get(old).from() < change.to())) {
        return null;
      }
      all.add(change);
      addedUpTo = change.to();
    }
    all.addAll(changes.subList(old, changes.size()));
    return new PatchedText(source, List.copyOf(all));
  }

  private static int compareByOffset(TextChange a, TextChange b) {
    return a.from() != b.from()
        ? Integer.compare(a.from(), b.from())
        : Integer.compare(a.to(), b.to());
  }

  /// The start in the repaired text of a line that begins at an offset of the source.
  public int lineStart(int source) {
    int shift = 0;
    for (TextChange change : changes) {
      if (change.from() < source) {
        shift += change.replacement().length() - (change.to() - change.from());
      }
    }
    return source + shift;
  }

  /// The offset in the source of a start in the repaired text; if text was removed there, the start
  /// of that text.
  int startToSource(int offset) {
    for (int i = 0; i < patchedStarts.length; i++) {
      if (patchedStarts[i] == offset && changes.get(i).replacement().isEmpty()) {
        return changes.get(i).from();
      }
    }
    return toSource(offset);
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
