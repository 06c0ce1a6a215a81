package dev.procc.language.format;

import dev.procc.language.yaml.Cst;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out collections in braces and brackets: on one line where they fit, else a part a line.
final class Flows {
  static final int WIDTH = 80;

  private final Texts texts;
  private final Layout layout;

  Flows(Texts texts, Layout layout) {
    this.texts = texts;
    this.layout = layout;
  }

  /// The collection on one line; null when a comment or a text of several lines is in it.
  @Nullable String flat(Cst.Collection flow, Canon canon) {
    if (!layout.closing(flow).isEmpty()) {
      return null;
    }
    Canon here = canon.mapping(Texts.keys(flow));
    StringBuilder out = new StringBuilder(Texts.properties(flow));
    List<Slot> slots = layout.slots(flow);
    String open = flow.bare() ? "" : flow.mapping() ? "{" : "[";
    String close = flow.bare() ? "" : flow.mapping() ? "}" : "]";
    String pad = flow.mapping() && !flow.bare() && !slots.isEmpty() ? " " : "";
    out.append(open).append(pad);
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.trailing != null || !slot.leading.isEmpty()) {
        return null;
      }
      String part = flat(slot.part, here, flow.mapping());
      if (part == null) {
        return null;
      }
      out.append(i == 0 ? "" : ", ").append(part);
    }
    return out.append(pad).append(close).toString();
  }

  private @Nullable String flat(Cst.Part part, Canon canon, boolean mapping) {
    if (part.question()) {
      throw new Unformattable("a key with a question mark", part.start());
    }
    Canon place = mapping ? canon.value(Texts.key(part)) : canon.item();
    String value = flatNode(part.value(), place, true);
    if (part.key() == null || value == null) {
      return value;
    }
    String key = flatNode(part.key(), Canon.FREE, true);
    if (key == null) {
      return null;
    }
    if (part.colon() < 0) {
      return key;
    }
    return key
        + (part.key() instanceof Cst.Alias ? " :" : ":")
        + (value.isEmpty() ? "" : " " + value);
  }

  /// A node on one line, or null.
  @Nullable String flatNode(Cst node, Canon canon, boolean inFlow) {
    if (node instanceof Cst.Collection collection) {
      return collection.flow() ? flat(collection, canon) : null;
    }
    List<String> lines = texts.lines(node, canon, inFlow);
    return lines.size() == 1 ? lines.getFirst() : null;
  }

  /// The collection over several lines, the first and the last of them without line ends.
  ///
  /// @param indent of its closing bracket
  List<String> broken(Cst.Collection flow, int indent, Canon canon) {
    Canon here = canon.mapping(Texts.keys(flow));
    List<String> lines = new ArrayList<>();
    if (flow.bare()) {
      throw new Unformattable("a long entry in a list in brackets", flow.start());
    }
    lines.add(Texts.properties(flow) + (flow.mapping() ? "{" : "["));
    String pad = " ".repeat(indent + 2);
    boolean first = true;
    for (Slot slot : layout.slots(flow)) {
      for (Slot.Line line : slot.leading) {
        notes(lines, line, pad, first);
        first = false;
      }
      if (slot.blankBefore && !first) {
        lines.add("");
      }
      first = false;
      Canon place = flow.mapping() ? here.value(Texts.key(slot.part)) : here.item();
      part(lines, slot, indent + 2, place, here, flow.mapping());
      String behind = slot.trailing == null ? "" : " " + texts.note(slot.trailing);
      lines.add(lines.removeLast() + "," + behind);
    }
    for (Slot.Line line : layout.closing(flow)) {
      notes(lines, line, pad, first);
      first = false;
    }
    lines.add(" ".repeat(indent) + (flow.mapping() ? "}" : "]"));
    return lines;
  }

  private void notes(List<String> lines, Slot.Line line, String pad, boolean first) {
    if (line.blankBefore() && !first) {
      lines.add("");
    }
    lines.add(pad + texts.note(line.note()));
  }

  private void part(
      List<String> lines, Slot slot, int indent, Canon place, Canon here, boolean mapping) {
    String pad = " ".repeat(indent);
    Cst.Part part = slot.part;
    String flat = flat(part, here, mapping);
    Cst value = part.value();
    boolean scalar = !(value instanceof Cst.Collection);
    if (flat != null && (scalar || indent + Spelling.width(flat) + 1 <= WIDTH)) {
      lines.add(pad + flat);
      return;
    }
    String key = "";
    if (part.key() != null) {
      String name = flatNode(part.key(), Canon.FREE, true);
      if (name == null) {
        throw new Unformattable("a key of several lines", part.start());
      }
      key = name + ":";
    }
    if (value instanceof Cst.Collection collection) {
      String one = flatNode(value, place, true);
      if (key.isEmpty()) {
        append(lines, pad, broken(collection, indent, place));
      } else if (one != null && indent + 2 + Spelling.width(one) + 1 <= WIDTH) {
        lines.add(pad + key);
        lines.add(pad + "  " + one);
      } else if (one != null) {
        lines.add(pad + key);
        append(lines, pad + "  ", broken(collection, indent + 2, place));
      } else {
        append(lines, pad + key + " ", broken(collection, indent + 2, place));
      }
      return;
    }
    List<String> several = texts.lines(value, place, true);
    String under = key.isEmpty() ? pad : pad + "  ";
    for (int i = 0; i < several.size(); i++) {
      String line = several.get(i);
      String before = i > 0 ? under : key.isEmpty() ? pad : pad + key + " ";
      lines.add(line.isEmpty() ? "" : before + line);
    }
  }

  private static void append(List<String> lines, String before, List<String> more) {
    lines.add(before + more.getFirst());
    lines.addAll(more.subList(1, more.size()));
  }
}
