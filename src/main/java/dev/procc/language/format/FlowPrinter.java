package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out collections in braces and brackets: on one line where they fit, else a part a line.
final class FlowPrinter {
  static final int MAX_WIDTH = 80;

  private final ScalarPrinter scalars;
  private final CommentLayout layout;

  FlowPrinter(ScalarPrinter scalars, CommentLayout layout) {
    this.scalars = scalars;
    this.layout = layout;
  }

  /// The collection on one line; null when a comment or a text of several lines is in it.
  @Nullable String oneLine(Cst.CollectionNode flow, CanonicalForm form) {
    if (!layout.closingComments(flow).isEmpty()) {
      return null;
    }
    CanonicalForm here = form.forMapping(ScalarPrinter.keys(flow));
    StringBuilder out = new StringBuilder(ScalarPrinter.properties(flow));
    List<LayoutItem> items = layout.items(flow);
    String open = flow.singlePair() ? "" : flow.mapping() ? "{" : "[";
    String close = flow.singlePair() ? "" : flow.mapping() ? "}" : "]";
    String pad = flow.mapping() && !flow.singlePair() && !items.isEmpty() ? " " : "";
    out.append(open).append(pad);
    for (int i = 0; i < items.size(); i++) {
      LayoutItem item = items.get(i);
      if (item.trailing != null || !item.leading.isEmpty()) {
        return null;
      }
      String part = oneLine(item.part, here, flow.mapping());
      if (part == null) {
        return null;
      }
      out.append(i == 0 ? "" : ", ").append(part);
    }
    return out.append(pad).append(close).toString();
  }

  private @Nullable String oneLine(Cst.Part part, CanonicalForm form, boolean mapping) {
    if (part.explicitKey()) {
      throw new UnformattableException("a key with a question mark", part.start());
    }
    CanonicalForm place = mapping ? form.forValue(ScalarPrinter.key(part)) : form.forItem();
    String value = nodeOnOneLine(part.value(), place, true);
    if (part.key() == null || value == null) {
      return value;
    }
    String key = nodeOnOneLine(part.key(), CanonicalForm.FREE, true);
    if (key == null) {
      return null;
    }
    if (part.colon() < 0) {
      return key;
    }
    return key
        + (part.key() instanceof Cst.AliasNode ? " :" : ":")
        + (value.isEmpty() ? "" : " " + value);
  }

  /// A node on one line, or null.
  @Nullable String nodeOnOneLine(Cst node, CanonicalForm form, boolean inFlow) {
    if (node instanceof Cst.CollectionNode collection) {
      return collection.flow() ? oneLine(collection, form) : null;
    }
    List<String> lines = scalars.lines(node, form, inFlow);
    return lines.size() == 1 ? lines.getFirst() : null;
  }

  /// The collection over several lines, the first and the last of them without line ends.
  ///
  /// @param indent of its closing bracket
  List<String> multiLine(Cst.CollectionNode flow, int indent, CanonicalForm form) {
    CanonicalForm here = form.forMapping(ScalarPrinter.keys(flow));
    List<String> lines = new ArrayList<>();
    if (flow.singlePair()) {
      throw new UnformattableException("a long entry in a list in brackets", flow.start());
    }
    lines.add(ScalarPrinter.properties(flow) + (flow.mapping() ? "{" : "["));
    String pad = " ".repeat(indent + 2);
    boolean first = true;
    for (LayoutItem item : layout.items(flow)) {
      for (LayoutItem.CommentLine line : item.leading) {
        appendComment(lines, line, pad, first);
        first = false;
      }
      if (item.blankBefore && !first) {
        lines.add("");
      }
      first = false;
      CanonicalForm place =
          flow.mapping() ? here.forValue(ScalarPrinter.key(item.part)) : here.forItem();
      appendPart(lines, item, indent + 2, place, here, flow.mapping());
      String behind = item.trailing == null ? "" : " " + scalars.comment(item.trailing);
      lines.add(lines.removeLast() + "," + behind);
    }
    for (LayoutItem.CommentLine line : layout.closingComments(flow)) {
      appendComment(lines, line, pad, first);
      first = false;
    }
    lines.add(" ".repeat(indent) + (flow.mapping() ? "}" : "]"));
    return lines;
  }

  private void appendComment(
      List<String> lines, LayoutItem.CommentLine line, String pad, boolean first) {
    if (line.blankBefore() && !first) {
      lines.add("");
    }
    lines.add(pad + scalars.comment(line.comment()));
  }

  private void appendPart(
      List<String> lines,
      LayoutItem item,
      int indent,
      CanonicalForm place,
      CanonicalForm here,
      boolean mapping) {
    String pad = " ".repeat(indent);
    Cst.Part part = item.part;
    String flat = oneLine(part, here, mapping);
    Cst value = part.value();
    boolean scalar = !(value instanceof Cst.CollectionNode);
    if (flat != null && (scalar || indent + ScalarSpelling.width(flat) + 1 <= MAX_WIDTH)) {
      lines.add(pad + flat);
      return;
    }
    String key = "";
    if (part.key() != null) {
      String name = nodeOnOneLine(part.key(), CanonicalForm.FREE, true);
      if (name == null) {
        throw new UnformattableException("a key of several lines", part.start());
      }
      key = name + ":";
    }
    if (value instanceof Cst.CollectionNode collection) {
      String one = nodeOnOneLine(value, place, true);
      if (key.isEmpty()) {
        appendLines(lines, pad, multiLine(collection, indent, place));
      } else if (one != null && indent + 2 + ScalarSpelling.width(one) + 1 <= MAX_WIDTH) {
        lines.add(pad + key);
        lines.add(pad + "  " + one);
      } else if (one != null) {
        lines.add(pad + key);
        appendLines(lines, pad + "  ", multiLine(collection, indent + 2, place));
      } else {
        appendLines(lines, pad + key + " ", multiLine(collection, indent + 2, place));
      }
      return;
    }
    List<String> several = scalars.lines(value, place, true);
    String under = key.isEmpty() ? pad : pad + "  ";
    for (int i = 0; i < several.size(); i++) {
      String line = several.get(i);
      String before = i > 0 ? under : key.isEmpty() ? pad : pad + key + " ";
      lines.add(line.isEmpty() ? "" : before + line);
    }
  }

  private static void appendLines(List<String> lines, String before, List<String> more) {
    lines.add(before + more.getFirst());
    lines.addAll(more.subList(1, more.size()));
  }
}
