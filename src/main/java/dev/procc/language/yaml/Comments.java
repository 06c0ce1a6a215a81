package dev.procc.language.yaml;

import dev.procc.base.source.Layer;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what comments are about, by line and column.
final class Comments {
  /// An entry or an item where it is written.
  ///
  /// @param column of the first character on its line, counted from 0
  /// @param parent the place in the list of what it is in, or -1
  private record Item(
      int start, int end, int column, int parent, Node node, @Nullable Entry entry) {}

  private final YamlDocument document;
  private final SourceFile file;
  private final String text;
  private final List<Item> items = new ArrayList<>();

  private Comments(YamlDocument document) {
    this.document = document;
    this.file = document.file();
    this.text = file.text();
  }

  /// @param marks where comments lie: start and end by turns
  static List<Comment> attach(YamlDocument document, int[] marks) {
    Comments comments = new Comments(document);
    comments.collect(document.root(), -1);
    List<Comment> found = new ArrayList<>(marks.length / 2);
    for (int i = 0; i < marks.length; i += 2) {
      found.add(comments.comment(marks[i], marks[i + 1]));
    }
    return List.copyOf(found);
  }

  private void collect(Node node, int parent) {
    if (aliased(node)) {
      return;
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.mergedAt() == null && entry.key().origin().from().isEmpty()) {
          int start = entry.key().span().start();
          add(
              start,
              Math.max(entry.key().span().end(), end(entry.value())),
              parent,
              entry.value(),
              entry);
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        add(start(item), end(item), parent, item, null);
      }
    }
  }

  private void add(int start, int end, int parent, Node node, @Nullable Entry entry) {
    int lineStart = Lines.start(text, start);
    int column = Lines.skipBlanks(text, lineStart, start) - lineStart;
    // An entry behind a dash stands at its own column.
    int own = entry != null ? start - lineStart : column;
    items.add(new Item(start, end, own, parent, node, entry));
    collect(node, items.size() - 1);
  }

  private static boolean aliased(Node node) {
    return !node.origin().from().isEmpty()
        && node.origin().from().getFirst().layer() == Layer.REFERENCE;
  }

  private static int start(Node node) {
    return aliased(node) ? node.origin().from().getFirst().span().start() : node.span().start();
  }

  private static int end(Node node) {
    return aliased(node) ? node.origin().from().getFirst().span().end() : node.span().end();
  }

  private Comment comment(int start, int end) {
    int lineStart = Lines.start(text, start);
    boolean ownLine = Lines.skipBlanks(text, lineStart, start) == start;
    Span span = new Span(file, start, end);
    String words = text.substring(start + 1, end).trim();
    Item item = ownLine ? null : onLine(lineStart, start);
    if (item == null) {
      int next = firstFrom(start);
      int column = start - lineStart;
      if (next == 0) {
        item = null;
      } else if (next < items.size() && column <= lineColumn(items.get(next))) {
        item = items.get(next);
      } else {
        item = around(next - 1, column);
      }
    }
    if (item == null) {
      return new Comment(span, words, ownLine, document.root().span(), document.root(), null);
    }
    Span target = new Span(file, item.start(), Math.max(item.start(), item.end()));
    return new Comment(span, words, ownLine, target, item.node(), item.entry());
  }

  private int lineColumn(Item item) {
    int lineStart = Lines.start(text, item.start());
    return Lines.skipBlanks(text, lineStart, item.start()) - lineStart;
  }

  /// What begins on the line, else what ends there last.
  private @Nullable Item onLine(int lineStart, int before) {
    int first = firstFrom(lineStart);
    if (first < items.size() && items.get(first).start() < before) {
      return items.get(first);
    }
    for (int i = first - 1; i >= 0; i = items.get(i).parent()) {
      if (items.get(i).end() > lineStart && items.get(i).end() <= before) {
        return items.get(i);
      }
    }
    return null;
  }

  /// The innermost of an item and what it is in whose own column is less.
  private @Nullable Item around(int from, int column) {
    for (int i = from; i >= 0; i = items.get(i).parent()) {
      if (items.get(i).column() < column) {
        return items.get(i);
      }
    }
    return null;
  }

  /// The first item that begins at an offset or after it.
  private int firstFrom(int offset) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (items.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
