package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Gives each comment and blank line of a text to what it is about.
///
/// A comment on its own line goes with the next line when it does not stand deeper, else with the
/// deepest open block that begins at its column or left of it.
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

  List<LayoutItem> items(Cst.CollectionNode collection) {
    return items.getOrDefault(collection, List.of());
  }

  /// Comments behind the last part of a collection.
  List<LayoutItem.CommentLine> closingComments(Cst.CollectionNode collection) {
    return closingComments.getOrDefault(collection, List.of());
  }

  /// The comments that begin before `offset` and are not yet given away.
  List<LayoutItem.CommentLine> takeBefore(int offset) {
    List<LayoutItem.CommentLine> lines = new ArrayList<>();
    while (next < comments.size() && comments.get(next).start() < offset) {
      lines.add(commentLine(comments.get(next++)));
    }
    return lines;
  }

  /// Whether the next comment stands on the line that `offset` is on.
  boolean isNextOnLine(int offset) {
    return next < comments.size()
        && comments.get(next).start() >= offset
        && !hasBreak(offset, comments.get(next).start());
  }

  Cst.CommentToken takeNext() {
    return comments.get(next++);
  }

  /// Gives away the comments in a tree.
  ///
  /// @param end where the next thing behind it begins
  void attachAll(Cst root, int end) {
    if (root instanceof Cst.CollectionNode collection) {
      if (collection.flow()) {
        attachFlow(collection);
      } else {
        attachBlock(collection, -1, end);
      }
    }
  }

  /// @param nextColumn where the line behind the block begins, or -1
  /// @param nextStart where that is
  private void attachBlock(Cst.CollectionNode block, int nextColumn, int nextStart) {
    List<LayoutItem> list = new ArrayList<>(block.parts().size());
    items.put(block, list);
    int column = column(block.parts().getFirst().start());
    for (int i = 0; i < block.parts().size(); i++) {
      Cst.Part part = block.parts().get(i);
      LayoutItem item = new LayoutItem(part);
      list.add(item);
      while (isPending(part.start())) {
        item.leading.add(commentLine(takeNext()));
      }
      item.blankBefore = isBlankAbove(part.start());
      boolean last = i + 1 == block.parts().size();
      int following = last ? nextStart : block.parts().get(i + 1).start();
      attachValue(item, last ? nextColumn : column, following);
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
    List<LayoutItem> list = new ArrayList<>(flow.parts().size());
    items.put(flow, list);
    for (Cst.Part part : flow.parts()) {
      LayoutItem item = new LayoutItem(part);
      attachInFlow(list, part.start(), item.leading);
      item.blankBefore = isFirstOnLine(part.start()) && isBlankAbove(part.start());
      list.add(item);
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
    attachInFlow(list, flow.end(), closing);
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

  /// A comment that stands where none is kept.
  private void refuseComment(int before) {
    if (isPending(before)) {
      throw new UnformattableException(
          "a comment within a key or value", comments.get(next).start());
    }
  }

  private boolean isPending(int before) {
    return next < comments.size() && comments.get(next).start() < before;
  }

  private LayoutItem.CommentLine commentLine(Cst.CommentToken comment) {
    return new LayoutItem.CommentLine(comment, comment.ownLine() && isBlankAbove(comment.start()));
  }

  private boolean hasBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return true;
      }
    }
    return false;
  }

  int column(int offset) {
    return offset - lineStart(offset);
  }

  private int lineStart(int offset) {
    int at = offset;
    while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at--;
    }
    return at;
  }

  private boolean isFirstOnLine(int offset) {
    int at = offset;
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }

  /// Whether the line above the one of an offset is blank.
  private boolean isBlankAbove(int offset) {
    int start = lineStart(offset);
    if (start == 0) {
      return false;
    }
    int at = start - 1;
    if (at > 0 && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r') {
      at--;
    }
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }
}
