package dev.procc.language.format;

import dev.procc.language.yaml.Cst;
import java.util.List;

/// Writes the blocks of a document: two blanks a level, one blank behind a colon or a dash.
final class Printer {
  private final String text;
  private final Layout layout;
  private final Texts texts;
  private final Flows flows;
  private final Order order;
  private final StringBuilder out = new StringBuilder();

  /// Whether the last thing written is a text whose empty lines are content.
  private boolean kept;

  Printer(Cst.Stream stream, Layout layout, Order order) {
    this.text = stream.file().text();
    this.layout = layout;
    this.texts = new Texts(text);
    this.flows = new Flows(texts, layout);
    this.order = order;
  }

  String written() {
    return out.toString();
  }

  /// A line of its own.
  void line(String line) {
    out.append(line).append('\n');
    kept = false;
  }

  /// An empty line, unless there is one already or nothing above it.
  void blank() {
    boolean there = out.isEmpty() || (out.length() > 1 && out.charAt(out.length() - 2) == '\n');
    if (!there && !kept) {
      out.append('\n');
    }
  }

  /// Comments on lines of their own.
  ///
  /// @param first whether nothing stands above them in their block
  void notes(List<Slot.Line> lines, int indent, boolean first) {
    boolean top = first;
    for (Slot.Line line : lines) {
      if (line.blankBefore() && !top) {
        blank();
      }
      line(" ".repeat(indent) + texts.note(line.note()));
      top = false;
    }
  }

  /// The root of a document.
  void root(Cst root, Canon canon) {
    if (root instanceof Cst.Collection collection && !collection.flow()) {
      if (!collection.properties().isEmpty()) {
        line(Texts.properties(collection).stripTrailing());
      }
      block(collection, 0, false, canon);
      return;
    }
    String flat = flows.flatNode(root, canon, false);
    if (flat != null && flat.length() <= Flows.WIDTH) {
      out.append(flat);
    } else if (root instanceof Cst.Collection collection) {
      out.append(String.join("\n", flows.broken(collection, 0, canon)));
    } else {
      throw new Unformattable("a document that is a text of several lines", root.start());
    }
    String behind = layout.onLine(root.end()) ? " " + texts.note(layout.take()) : "";
    out.append(behind).append('\n');
  }

  /// @param open whether the line is begun, behind a dash
  private void block(Cst.Collection block, int indent, boolean open, Canon canon) {
    Canon here = canon.mapping(Texts.keys(block));
    boolean first = true;
    for (Slot slot : order.arranged(block, layout.slots(block), here)) {
      boolean begun = open && first;
      if (!begun) {
        notes(slot.leading, indent, first);
        if (slot.blankBefore && !(first && slot.leading.isEmpty())) {
          blank();
        }
        out.append(" ".repeat(indent));
      }
      first = false;
      if (block.mapping()) {
        out.append(key(slot.part));
        value(slot, indent, here.value(Texts.key(slot.part)), true);
      } else {
        out.append('-');
        value(slot, indent, here.item(), false);
      }
    }
    notes(layout.closing(block), indent, false);
  }

  private String key(Cst.Part part) {
    Cst key = part.key();
    String flat =
        key == null || key instanceof Cst.Collection
            ? null
            : flows.flatNode(key, Canon.FREE, false);
    if (key == null
        || flat == null
        || (key instanceof Cst.Text t && t.block())
        || flat.length() > 1000
        || flat.isEmpty()) {
      throw new Unformattable("a key of several lines", part.start());
    }
    return flat + (key instanceof Cst.Alias ? " :" : ":");
  }

  /// What stands behind a colon or a dash, and the end of its line.
  private void value(Slot slot, int indent, Canon canon, boolean keyed) {
    Cst value = slot.part.value();
    boolean block = value instanceof Cst.Text scalar && scalar.block();
    if (value instanceof Cst.Collection collection && !collection.flow()) {
      collection(slot, collection, indent, canon, keyed);
    } else if (!slot.inner.isEmpty()) {
      commented(slot, indent, canon, block);
    } else if (block) {
      out.append(' ');
      body(slot, indent);
    } else {
      inline(slot, value, indent, canon, keyed);
    }
  }

  /// A comment stands before the value: the value moves below it.
  private void commented(Slot slot, int indent, Canon canon, boolean block) {
    Cst value = slot.part.value();
    Cst.Note first = slot.inner.getFirst();
    if (value.from() < slot.inner.getLast().start()) {
      throw new Unformattable("a comment behind an anchor or tag", value.from());
    }
    if (block && !first.ownLine() && slot.inner.size() == 1 && slot.trailing == null) {
      slot.trailing = first;
      out.append(' ');
      body(slot, indent);
      return;
    }
    line(first.ownLine() ? "" : " " + texts.note(first));
    for (Cst.Note note : slot.inner) {
      if (note.ownLine()) {
        line(" ".repeat(indent + 2) + texts.note(note));
      }
    }
    out.append(" ".repeat(indent + 2));
    if (block) {
      body(slot, indent);
    } else {
      below(slot, value, indent, canon);
    }
  }

  private void collection(Slot slot, Cst.Collection block, int indent, Canon canon, boolean keyed) {
    if (slot.inner.size() > 1) {
      throw new Unformattable("two comments before a block", block.from());
    }
    String shown = block.properties().isEmpty() ? "" : " " + String.join(" ", block.properties());
    String head = slot.inner.isEmpty() ? shown : shown + " " + texts.note(slot.inner.getFirst());
    Slot first = layout.slots(block).getFirst();
    if (keyed || !head.isEmpty()) {
      line(head);
      block(block, indent + 2, false, canon);
    } else if (first.leading.isEmpty()) {
      out.append(' ');
      block(block, indent + 2, true, canon);
    } else {
      // The first comment moves up behind the dash.
      line(" " + texts.note(first.leading.getFirst().note()));
      first.leading = first.leading.subList(1, first.leading.size());
      block(block, indent + 2, false, canon);
    }
  }

  private void body(Slot slot, int indent) {
    Cst.Text scalar = (Cst.Text) slot.part.value();
    Spelling.Body body = Spelling.body(text, scalar, indent);
    line(Texts.properties(scalar) + body.header() + behind(slot));
    for (String line : body.lines()) {
      line(line);
    }
    kept = body.keeps();
  }

  private String behind(Slot slot) {
    return slot.trailing == null ? "" : " " + texts.note(slot.trailing);
  }

  /// A scalar, an alias or a flow collection on the line of its key or dash, or below it.
  private void inline(Slot slot, Cst value, int indent, Canon canon, boolean keyed) {
    int column = column();
    if (value instanceof Cst.Collection flow) {
      String flat = flows.flat(flow, canon);
      if (flat != null && column + 1 + Spelling.width(flat) <= Flows.WIDTH) {
        line(" " + flat + behind(slot));
      } else if (!keyed || flat == null || slot.trailing != null) {
        out.append(' ').append(String.join("\n", flows.broken(flow, indent + 2, canon)));
        line(behind(slot));
      } else {
        out.append('\n').append(" ".repeat(indent + 2));
        below(slot, value, indent, canon);
      }
      return;
    }
    List<String> lines = texts.lines(value, canon, false);
    boolean several = lines.size() > 1;
    boolean far = column + 1 + Spelling.width(lines.getFirst()) > Flows.WIDTH;
    if (several && keyed && far) {
      out.append('\n').append(" ".repeat(indent + 2));
    } else if (!lines.getFirst().isEmpty()) {
      out.append(' ');
    }
    lines(lines, indent + 2);
    line(behind(slot));
  }

  /// A scalar, an alias or a flow collection on a line of its own, indented already.
  private void below(Slot slot, Cst value, int indent, Canon canon) {
    if (value instanceof Cst.Collection flow) {
      String flat = flows.flat(flow, canon);
      boolean fits = flat != null && indent + 2 + Spelling.width(flat) <= Flows.WIDTH;
      out.append(fits ? flat : String.join("\n", flows.broken(flow, indent + 2, canon)));
    } else {
      lines(texts.lines(value, canon, false), indent + 2);
    }
    line(behind(slot));
  }

  private void lines(List<String> lines, int indent) {
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        out.append('\n').append(lines.get(i).isEmpty() ? "" : " ".repeat(indent));
      }
      out.append(lines.get(i));
    }
  }

  private int column() {
    int at = out.lastIndexOf("\n");
    return Spelling.width(out.substring(at + 1));
  }
}
