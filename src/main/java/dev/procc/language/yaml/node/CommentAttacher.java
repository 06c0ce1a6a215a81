package dev.procc.language.yaml.node;

import dev.procc.base.source.Layer;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what comments are about, by line and column.
final class CommentAttacher {
  /// An entry or an item where it is written.
  ///
  /// @param column of the first character on its line, counted from 0
  /// @param parent the place in the list of what it is in, or -1
  private record CommentTarget(
      int start, int end, int column, int parent, YamlNode node, @Nullable MappingEntry entry) {}

  private final YamlDocument document;
  private final SourceFile file;
  private final String text;
  private final List<CommentTarget> items = new ArrayList<>();

  private CommentAttacher(YamlDocument document) {
    this.document = document;
    this.file = document.file();
    this.text = file.text();
  }

  /// @param commentOffsets where comments lie: start and end by turns
  static List<Comment> attach(YamlDocument document, int[] commentOffsets) {
    CommentAttacher comments = new CommentAttacher(document);
    comments.collect(document.root(), -1);
    List<Comment> attached = new ArrayList<>(commentOffsets.length / 2);
    for (int i = 0; i < commentOffsets.length; i += 2) {
      attached.add(comments.attachedComment(commentOffsets[i], commentOffsets[i + 1]));
    }
    return List.copyOf(attached);
  }

  private void collect(YamlNode node, int parent) {
    if (isAliased(node)) {
      return;
    }
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (entry.mergedAt() == null && entry.key().origin().inputs().isEmpty()) {
          int start = entry.key().span().start();
          add(
              start,
              Math.max(entry.key().span().end(), endOf(entry.value())),
              parent,
              entry.value(),
              entry);
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        add(startOf(item), endOf(item), parent, item, null);
      }
    }
  }

  private void add(int start, int end, int parent, YamlNode node, @Nullable MappingEntry entry) {
    int lineStart = TextLines.lineStart(text, start);
    int column = TextLines.skipBlanks(text, lineStart, start) - lineStart;
    // An entry behind a dash stands at its own column.
    int own = entry != null ? start - lineStart : column;
    items.add(new CommentTarget(start, end, own, parent, node, entry));
    collect(node, items.size() - 1);
  }

  private static boolean isAliased(YamlNode node) {
    return !node.origin().inputs().isEmpty()
        && node.origin().inputs().getFirst().layer() == Layer.REFERENCE;
  }

  private static int startOf(YamlNode node) {
    return isAliased(node) ? node.origin().inputs().getFirst().span().start() : node.span().start();
  }

  private static int endOf(YamlNode node) {
    return isAliased(node) ? node.origin().inputs().getFirst().span().end() : node.span().end();
  }

  private Comment attachedComment(int start, int end) {
    int lineStart = TextLines.lineStart(text, start);
    boolean ownLine = TextLines.skipBlanks(text, lineStart, start) == start;
    Span span = new Span(file, start, end);
    String body = text.substring(start + 1, end).trim();
    CommentTarget item = ownLine ? null : onLine(lineStart, start);
    if (item == null) {
      int next = firstFrom(start);
      int column = start - lineStart;
      if (next == 0) {
        item = null;
      } else if (next < items.size() && column <= lineColumn(items.get(next))) {
        item = items.get(next);
      } else {
        item = enclosing(next - 1, column);
      }
    }
    if (item == null) {
      return new Comment(span, body, ownLine, document.root().span(), document.root(), null);
    }
    Span target = new Span(file, item.start(), Math.max(item.start(), item.end()));
    return new Comment(span, body, ownLine, target, item.node(), item.entry());
  }

  private int lineColumn(CommentTarget item) {
    int lineStart = TextLines.lineStart(text, item.start());
    return TextLines.skipBlanks(text, lineStart, item.start()) - lineStart;
  }

  /// What begins on the line, else what ends there last.
  private @Nullable CommentTarget onLine(int lineStart, int before) {
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
  private @Nullable CommentTarget enclosing(int from, int column) {
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
