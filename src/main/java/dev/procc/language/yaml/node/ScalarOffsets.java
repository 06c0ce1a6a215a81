package dev.procc.language.yaml.node;

import dev.procc.base.source.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// From the offsets of a scalar's value to those of its source, whatever its style.
///
/// Built when a finding or an edit lies inside a scalar, not before.
///
/// ```java
/// // name: "Q4 \u2014 {{ period.labl }}"
/// Span at = ScalarOffsets.of(scalar).span(8, 19);   // period.labl
/// ```
public final class ScalarOffsets {
  private final Span scalarSpan;
  private final int length;

  /// Where each character of the value begins in the source, and where the last one ends; absent
  /// when the value is not what the text at the span says, as after interpolation.
  private final int @Nullable [] sourceOffsets;

  private ScalarOffsets(Span whole, int length, int @Nullable [] map) {
    this.scalarSpan = whole;
    this.length = length;
    this.sourceOffsets = map;
  }

  /// The offsets of a scalar as it is written.
  public static ScalarOffsets of(Scalar scalar) {
    Span whole = scalar.span();
    String value = scalar.value();
    String source = whole.text();
    int[] map = new int[value.length() + 1];
    Arrays.fill(map, -1);
    boolean same;
    if (source.equals(value)) {
      for (int i = 0; i < map.length; i++) {
        map[i] = i;
      }
      same = true;
    } else if (source.isEmpty()) {
      same = false;
    } else {
      char first = source.charAt(0);
      ScalarAligner walk = new ScalarAligner(source, value, map);
      same =
          switch (scalar.style()) {
            case LITERAL, FOLDED -> walk.alignBlock(scalar.style() == Scalar.Style.FOLDED);
            default ->
                first == '"' || first == '\'' ? walk.alignFlow(1, first) : walk.alignFlow(0, ' ');
          };
    }
    return new ScalarOffsets(whole, value.length(), same ? map : null);
  }

  /// Whether offsets inside the value can be told; otherwise every place is the whole scalar.
  public boolean isExact() {
    return sourceOffsets != null;
  }

  /// The offset in the source file of an offset in the value.
  public int sourceOffset(int offset) {
    int at = Math.max(0, Math.min(offset, length));
    return scalarSpan.start() + (sourceOffsets == null ? 0 : sourceOffsets[at]);
  }

  /// The piece of source that makes the piece `[from, to)` of the value.
  public Span span(int from, int to) {
    if (sourceOffsets == null) {
      return scalarSpan;
    }
    int start = sourceOffset(from);
    int end = to <= from ? start : pieceEnd(to);
    return new Span(scalarSpan.file(), start, Math.max(start, end));
  }

  /// The end of the character before `to`: not past the break and indentation that follow it.
  private int pieceEnd(int to) {
    int last = sourceOffset(to - 1);
    int next = sourceOffset(to);
    String text = scalarSpan.file().text();
    for (int at = last; at < next; at++) {
      if (TextLines.isBreak(text.charAt(at))) {
        return Math.max(at, Math.min(last + 1, next));
      }
    }
    return next;
  }
}
