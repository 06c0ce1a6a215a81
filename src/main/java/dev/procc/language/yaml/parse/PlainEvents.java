package dev.procc.language.yaml.parse;

import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The events of a plain text, in order: kind, start and end of each in a row of numbers.
final class PlainEvents {
  static final int DOCUMENT_START = 0;
  static final int DOCUMENT_END = 1;
  static final int CLOSE = 2;

  /// The first of the numbers for collections, by their shapes.
  static final int OPEN = 3;

  /// The first of the numbers for scalars, by their styles.
  static final int SCALAR = 8;

  /// The first of the numbers for scalars whose value is not literally the text, by their styles.
  static final int DECODED = 16;

  private static final CollectionShape[] SHAPES = CollectionShape.values();
  private static final Scalar.Style[] STYLES = Scalar.Style.values();

  private int[] rows;
  private int size;
  private final List<String> decoded = new ArrayList<>(0);

  /// @param length of the text
  PlainEvents(int length) {
    rows = new int[Math.max(384, length / 4)];
  }

  void add(int kind, int start, int end) {
    if (size + 3 > rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    rows[size++] = kind;
    rows[size++] = start;
    rows[size++] = end;
  }

  void addDecoded(Scalar.Style style, int start, int end, String value) {
    add(DECODED + style.ordinal(), start, end);
    decoded.add(value);
  }

  int count() {
    return size / 3;
  }

  /// The start of the last event; -1 if there is none.
  int lastStart() {
    return size == 0 ? -1 : rows[size - 2];
  }

  /// Sends the events as the engine would.
  void sendTo(Composer composer) {
    int next = 0;
    composer.begin(0);
    for (int at = 0; at < size && !composer.isStopped(); at += 3) {
      int kind = rows[at];
      int start = rows[at + 1];
      int end = rows[at + 2];
      composer.begin(start);
      if (kind >= DECODED) {
        composer.scalar(decoded.get(next++), STYLES[kind - DECODED], start, end, null);
      } else if (kind >= SCALAR) {
        composer.writtenScalar(STYLES[kind - SCALAR], start, end);
      } else if (kind >= OPEN) {
        composer.open(SHAPES[kind - OPEN], start, 0, null);
      } else if (kind == CLOSE) {
        composer.close(end);
      } else if (kind == DOCUMENT_START) {
        composer.documentStart(start);
      } else {
        composer.documentEnd();
      }
    }
    if (!composer.isStopped()) {
      composer.begin(composer.context.text.length());
      composer.end();
    }
  }
}
