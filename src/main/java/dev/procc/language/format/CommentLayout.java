package dev.procc.language.format;

import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.cst.Cst;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The assignment of each comment and blank line of a text to the part that it is about.
///
/// A comment on its own line belongs to the next line, unless it is indented deeper than that; then
/// it belongs to the deepest open block that begins at its column or left of it.
final class CommentLayout {
  private final String text;
  private final List<Cst.CommentToken> comments;
  private final Map<Cst.CollectionNode, List<LayoutItem>> items = new IdentityHashMap<>();
  private final Map<Cst.CollectionNode, List<LayoutItem.CommentLine>> closingComments =
      new IdentityHashMap<>();
  private int next;

  CommentLayout(Cst.Stream stream) {
    this.text = stream.file().text();
    this.comments = stream.comments();
  }

  /// The parts of a collection with their comments.
  List<LayoutItem> items(Cst.CollectionNode collection) {
    return items.getOrDefault(collection, List.of());
  }

  /// The comments after the last part of a collection.
  List<LayoutItem.CommentLine> closingComments(Cst.CollectionNode collection) {
    return closingComments.getOrDefault(collection, List.of());
  }

  /// The next comments that begin before an offset, as lines of their own.
  List<LayoutItem.CommentLine> takeBefore(int offset) {
    List<LayoutItem.CommentLine> lines = new ArrayList<>();
    while (next < comments.size() && comments.get(next).start() < offset) {
      lines.add(commentLine(comments.get(next++)));
    }
    return lines;
  }

  /// Whether the next comment is on the line of an offset, after it.
  boolean isNextOnLine(int offset) {
    return next < comments.size()
        && comments.get(next).start() >= offset
        && !hasBreak(offset, comments.get(next).start());
  }

  /// Removes and returns the next comment.
  Cst.CommentToken takeNext() {
    return comments.get(next++);
  }

  /// Assigns the comments in a tree.
  ///
  /// @param end the end of its document
  void attachAll(Cst root, int end) {
    if (root instanceof Cst.CollectionNode collection) {
      if (collection.flow()) {
        attachFlow(collection);
      } else {
        attachBlock(collection, -1, end);
      }
    }
  }

  /// @param nextColumn the column of the part after the block; -1 if there is none
  /// @param nextStart the offset of that part
  private void attachBlock(Cst.CollectionNode block, int nextColumn, int nextStart) {
    List<LayoutItem> layout = new ArrayList<>(block.parts().size());
    items.put(block, layout);
    int column = column(block.parts().getFirst().start());
    for (int i = 0; i < block.parts().size(); i++) {
      Cst.Part part = block.parts().get(i);
      LayoutItem item = new LayoutItem(part);
      layout.add(item);
      while (isPending(part.start())) {
        item.leading.add(commentLine(takeNext()));
      }
      item.blankBefore = isBlankAbove(part.start());
      boolean last = i + 1 == block.parts().size();
      int followingStart = last ? nextStart : block.parts().get(i + 1).start();
      attachValue(item, last ? nextColumn : column, followingStart);
    }
    List<LayoutItem.CommentLine> closing = new ArrayList<>(0);
    while (isPending(nextStart)
        && comments.get(next).ownLine()
        && column(comments.get(next).start()) > nextColumn
        && column(comments.get(next).start()) >= column) {
      closing.add(commentLine(takeNext()));
    }
    closingComments.put(block, closing);
  }

  private void attachValue(LayoutItem item, int nextColumn, int nextStart) {
    Cst.Part part = item.part;
    Cst value = part.value();
    refuseComment(part.key() == null ? part.start() : Math.max(part.key().end(), part.colon()));
    boolean block = value instanceof Cst.CollectionNode c && !c.flow();
    while (isPending(value.start()) && !(block && comments.get(next).ownLine())) {
      item.beforeValue.add(takeNext());
    }
    if (value instanceof Cst.CollectionNode collection) {
      if (block) {
        attachBlock(collection, nextColumn, nextStart);
        return;
      }
      attachFlow(collection);
    } else if (value instanceof Cst.ScalarNode scalar
        && scalar.isBlock()
        && isPending(scalar.end())) {
      item.trailing = takeNext();
    }
    refuseComment(value.end());
    if (item.trailing == null && isNextOnLine(part.end())) {
      item.trailing = takeNext();
    }
  }

  private void attachFlow(Cst.CollectionNode flow) {
    List<LayoutItem> layout = new ArrayList<>(flow.parts().size());
    items.put(flow, layout);
    for (Cst.Part part : flow.parts()) {
      LayoutItem item = new LayoutItem(part);
      attachInFlow(layout, part.start(), item.leading);
      item.blankBefore = isFirstOnLine(part.start()) && isBlankAbove(part.start());
      layout.add(item);
      Cst key = part.key();
      if (key instanceof Cst.CollectionNode collection) {
        attachFlow(collection);
      }
      refuseComment(part.value().start());
      if (part.value() instanceof Cst.CollectionNode collection) {
        attachFlow(collection);
      }
      refuseComment(part.end());
    }
    List<LayoutItem.CommentLine> closing = new ArrayList<>(0);
    attachInFlow(layout, flow.end(), closing);
    closingComments.put(flow, closing);
  }

  private void attachInFlow(List<LayoutItem> before, int end, List<LayoutItem.CommentLine> lines) {
    while (isPending(end)) {
      Cst.CommentToken comment = takeNext();
      LayoutItem last = before.isEmpty() ? null : before.getLast();
      if (!comment.ownLine()
          && last != null
          && last.trailing == null
          && lines.isEmpty()
          && !hasBreak(last.part.end(), comment.start())) {
        last.trailing = comment;
      } else {
        lines.add(commentLine(comment));
      }
    }
  }

  /// Refuses the text if a comment is where the formatter cannot keep it.
  private void refuseComment(int before) {
    if (isPending(before)) {
      throw new UnformattableException(
          "a comment within a key or value", comments.get(next).start());
    }
  }

  /// Whether the next comment begins before an offset.
  private boolean isPending(int before) {
    return next < comments.size() && comments.get(next).start() < before;
  }

  private LayoutItem.CommentLine commentLine(Cst.CommentToken comment) {
    return new LayoutItem.CommentLine(comment, comment.ownLine() && isBlankAbove(comment.start()));
  }

  private boolean hasBreak(int from, int to) {
    return TextLines.lineEnd(text, from) < to;
  }

  /// The column of an offset, counted from 0.
  int column(int offset) {
    return offset - TextLines.lineStart(text, offset);
  }

  private boolean isFirstOnLine(int offset) {
    return isLineStart(TextLines.trimBlanks(text, 0, offset));
  }

  private boolean isLineStart(int offset) {
    return offset == 0 || TextLines.isBreak(text.charAt(offset - 1));
  }

  /// Whether the line above the one of an offset is blank.
  private boolean isBlankAbove(int offset) {
    int start = TextLines.lineStart(text, offset);
    if (start == 0) {
      return false;
    }
    boolean isPair = start > 1 && text.charAt(start - 1) == '\n' && text.charAt(start - 2) == '\r';
    return isLineStart(TextLines.trimBlanks(text, 0, start - (isPair ? 2 : 1)));
  }
}
