package dev.procc.language.format;

import dev.procc.language.yaml.Cst;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Gives each comment and blank line of a text to what it is about.
///
/// A comment on its own line goes with the next line when it does not stand deeper, else with the
/// deepest open block that begins at its column or left of it.
final class Layout {
  private final String text;
  private final List<Cst.Note> notes;
  private final Map<Cst.Collection, List<Slot>> slots = new IdentityHashMap<>();
  private final Map<Cst.Collection, List<Slot.Line>> closings = new IdentityHashMap<>();
  private int next;

  Layout(Cst.Stream stream) {
    this.text = stream.file().text();
    this.notes = stream.notes();
  }

  List<Slot> slots(Cst.Collection collection) {
    return slots.getOrDefault(collection, List.of());
  }

  /// Comments behind the last part of a collection.
  List<Slot.Line> closing(Cst.Collection collection) {
    return closings.getOrDefault(collection, List.of());
  }

  /// The comments that begin before `offset` and are not yet given away.
  List<Slot.Line> before(int offset) {
    List<Slot.Line> lines = new ArrayList<>();
    while (next < notes.size() && notes.get(next).start() < offset) {
      lines.add(line(notes.get(next++)));
    }
    return lines;
  }

  /// Whether the next comment stands on the line that `offset` is on.
  boolean onLine(int offset) {
    return next < notes.size()
        && notes.get(next).start() >= offset
        && !breaks(offset, notes.get(next).start());
  }

  Cst.Note take() {
    return notes.get(next++);
  }

  /// Gives away the comments in a tree.
  ///
  /// @param end where the next thing behind it begins
  void attach(Cst root, int end) {
    if (root instanceof Cst.Collection collection) {
      if (collection.flow()) {
        flow(collection);
      } else {
        block(collection, -1, end);
      }
    }
  }

  /// @param nextColumn where the line behind the block begins, or -1
  /// @param nextStart where that is
  private void block(Cst.Collection block, int nextColumn, int nextStart) {
    List<Slot> list = new ArrayList<>(block.parts().size());
    slots.put(block, list);
    int column = column(block.parts().getFirst().start());
    for (int i = 0; i < block.parts().size(); i++) {
      Cst.Part part = block.parts().get(i);
      Slot slot = new Slot(part);
      list.add(slot);
      while (pending(part.start())) {
        slot.leading.add(line(take()));
      }
      slot.blankBefore = blankAbove(part.start());
      boolean last = i + 1 == block.parts().size();
      int following = last ? nextStart : block.parts().get(i + 1).start();
      value(slot, last ? nextColumn : column, following);
    }
    List<Slot.Line> closing = new ArrayList<>(0);
    while (pending(nextStart)
        && notes.get(next).ownLine()
        && column(notes.get(next).start()) > nextColumn
        && column(notes.get(next).start()) >= column) {
      closing.add(line(take()));
    }
    closings.put(block, closing);
  }

  private void value(Slot slot, int nextColumn, int nextStart) {
    Cst.Part part = slot.part;
    Cst value = part.value();
    refuse(part.key() == null ? part.start() : Math.max(part.key().end(), part.colon()));
    boolean block = value instanceof Cst.Collection c && !c.flow();
    while (pending(value.start()) && !(block && notes.get(next).ownLine())) {
      slot.inner.add(take());
    }
    if (value instanceof Cst.Collection collection) {
      if (block) {
        block(collection, nextColumn, nextStart);
        return;
      }
      flow(collection);
    } else if (value instanceof Cst.Text scalar && scalar.block() && pending(scalar.end())) {
      slot.trailing = take();
    }
    refuse(value.end());
    if (slot.trailing == null && onLine(part.end())) {
      slot.trailing = take();
    }
  }

  private void flow(Cst.Collection flow) {
    List<Slot> list = new ArrayList<>(flow.parts().size());
    slots.put(flow, list);
    for (Cst.Part part : flow.parts()) {
      Slot slot = new Slot(part);
      inFlow(list, part.start(), slot.leading);
      slot.blankBefore = firstOnLine(part.start()) && blankAbove(part.start());
      list.add(slot);
      Cst key = part.key();
      if (key instanceof Cst.Collection collection) {
        flow(collection);
      }
      refuse(part.value().start());
      if (part.value() instanceof Cst.Collection collection) {
        flow(collection);
      }
      refuse(part.end());
    }
    List<Slot.Line> closing = new ArrayList<>(0);
    inFlow(list, flow.end(), closing);
    closings.put(flow, closing);
  }

  private void inFlow(List<Slot> before, int end, List<Slot.Line> lines) {
    while (pending(end)) {
      Cst.Note note = take();
      Slot last = before.isEmpty() ? null : before.getLast();
      if (!note.ownLine()
          && last != null
          && last.trailing == null
          && lines.isEmpty()
          && !breaks(last.part.end(), note.start())) {
        last.trailing = note;
      } else {
        lines.add(line(note));
      }
    }
  }

  /// A comment that stands where none is kept.
  private void refuse(int before) {
    if (pending(before)) {
      throw new Unformattable("a comment within a key or value", notes.get(next).start());
    }
  }

  private boolean pending(int before) {
    return next < notes.size() && notes.get(next).start() < before;
  }

  private Slot.Line line(Cst.Note note) {
    return new Slot.Line(note, note.ownLine() && blankAbove(note.start()));
  }

  private boolean breaks(int from, int to) {
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

  private boolean firstOnLine(int offset) {
    int at = offset;
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }

  /// Whether the line above the one of an offset is blank.
  private boolean blankAbove(int offset) {
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
