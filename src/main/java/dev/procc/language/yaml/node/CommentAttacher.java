package dev.procc.language.yaml.node;

import dev.procc.base.source.Layer;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The search for the entry, item or document that each comment is about, by line and column.
final class CommentAttacher {
  /// An entry or an item at its position in the text.
  ///
  /// @param column of its first character, counted from 0; for an item, the column of its dash
  /// @param parent the index of the target that contains it, or -1
  private record CommentTarget(
      int start, int end, int column, int parent, @Nullable MappingEntry entry) {}

  private final YamlNode root;
  private final SourceFile file;
  private final String text;
  private final List<CommentTarget> targets = new ArrayList<>();

  private CommentAttacher(YamlNode root, SourceFile file) {
    this.root = root;
    this.file = file;
    this.text = file.text();
  }

  /// The comments of a document.
  ///
  /// @param offsets start and end of each comment, alternating
  static List<Comment> attach(YamlNode root, SourceFile file, int[] offsets) {
    CommentAttacher attacher = new CommentAttacher(root, file);
    attacher.collect(root, -1);
    List<Comment> attached = new ArrayList<>(offsets.length / 2);
    for (int i = 0; i < offsets.length; i += 2) {
      attached.add(attacher.comment(offsets[i], offsets[i + 1]));
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
          add(entry.value(), entry, parent);
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        add(item, null, parent);
      }
    }
  }

  /// Adds an item, or the value of an entry with its key, and everything in it.
  private void add(YamlNode node, @Nullable MappingEntry entry, int parent) {
    int start = entry == null ? startOf(node) : entry.key().span().start();
    int end = entry == null ? endOf(node) : Math.max(entry.key().span().end(), endOf(node));
    int lineStart = TextLines.lineStart(text, start);
    int column = TextLines.skipBlanks(text, lineStart, start) - lineStart;
    // An entry after a dash has its own column.
    int ownColumn = entry != null ? start - lineStart : column;
    targets.add(new CommentTarget(start, end, ownColumn, parent, entry));
    collect(node, targets.size() - 1);
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

  private Comment comment(int start, int end) {
    int lineStart = TextLines.lineStart(text, start);
    boolean ownLine = TextLines.skipBlanks(text, lineStart, start) == start;
    Span span = new Span(file, start, end);
    String body = text.substring(start + 1, end).trim();
    CommentTarget target = ownLine ? null : onLine(lineStart, start);
    target = target == null ? nextOrEnclosing(start, start - lineStart) : target;
    if (target == null) {
      return new Comment(span, body, root.span(), null);
    }
    Span targetSpan = new Span(file, target.start(), Math.max(target.start(), target.end()));
    return new Comment(span, body, targetSpan, target.entry());
  }

  private @Nullable CommentTarget nextOrEnclosing(int start, int column) {
    int next = firstFrom(start);
    if (next == 0) {
      return null;
    }
    return next < targets.size() && column <= lineColumn(targets.get(next))
        ? targets.get(next)
        : enclosing(next - 1, column);
  }

  /// The column of the first character on the line of a target.
  private int lineColumn(CommentTarget target) {
    int lineStart = TextLines.lineStart(text, target.start());
    return TextLines.skipBlanks(text, lineStart, target.start()) - lineStart;
  }

  /// The first target that begins on the line, otherwise the innermost that ends there; null if
  /// there is none.
  private @Nullable CommentTarget onLine(int lineStart, int before) {
    int first = firstFrom(lineStart);
    if (first < targets.size() && targets.get(first).start() < before) {
      return targets.get(first);
    }
    for (int i = first - 1; i >= 0; i = targets.get(i).parent()) {
      if (targets.get(i).end() > lineStart && targets.get(i).end() <= before) {
        return targets.get(i);
      }
    }
    return null;
  }

  /// The innermost target, from the given one outwards, whose column is less; null if there is
  /// none.
  private @Nullable CommentTarget enclosing(int from, int column) {
    for (int i = from; i >= 0; i = targets.get(i).parent()) {
      if (targets.get(i).column() < column) {
        return targets.get(i);
      }
    }
    return null;
  }

  /// The index of the first target that begins at an offset or after it.
  private int firstFrom(int offset) {
    int low = 0;
    int high = targets.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (targets.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
