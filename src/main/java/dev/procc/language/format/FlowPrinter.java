package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A printer of flow collections: on one line if they fit, otherwise one part a line.
final class FlowPrinter {
  /// The width of a line for flow collections, in columns.
  static final int MAX_WIDTH = 80;

  private final ScalarPrinter scalars;
  private final CommentLayout layout;

  FlowPrinter(ScalarPrinter scalars, CommentLayout layout) {
    this.scalars = scalars;
    this.layout = layout;
  }

  /// The collection on one line; null if it contains a comment or a text of several lines.
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
      String part = partOnOneLine(item.part, valueForm(flow, item.part, here));
      if (part == null) {
        return null;
      }
      out.append(i == 0 ? "" : ", ").append(part);
    }
    return out.append(pad).append(close).toString();
  }

  private @Nullable String partOnOneLine(Cst.Part part, CanonicalForm form) {
    if (part.explicitKey()) {
      throw new UnformattableException("a key with a question mark", part.start());
    }
    String value = nodeOnOneLine(part.value(), form, true);
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

  /// The canonical form of the value of a part.
  private static CanonicalForm valueForm(
      Cst.CollectionNode flow, Cst.Part part, CanonicalForm form) {
    return flow.mapping() ? form.forValue(ScalarPrinter.key(part)) : form.forItem();
  }

  /// A node on one line; null for a block or a text of several lines.
  @Nullable String nodeOnOneLine(Cst node, CanonicalForm form, boolean inFlow) {
    if (node instanceof Cst.CollectionNode collection) {
      return collection.flow() ? oneLine(collection, form) : null;
    }
    List<String> lines = scalars.lines(node, form, inFlow);
    return lines.size() == 1 ? lines.getFirst() : null;
  }

  /// The lines of a collection with one part a line; the first line is not indented.
  ///
  /// @param indent the indentation of its closing bracket
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
      appendPart(lines, item.part, indent + 2, valueForm(flow, item.part, here));
      String comment = item.trailing == null ? "" : " " + scalars.comment(item.trailing);
      lines.add(lines.removeLast() + "," + comment);
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

  private void appendPart(List<String> lines, Cst.Part part, int indent, CanonicalForm form) {
    String pad = " ".repeat(indent);
    String flat = partOnOneLine(part, form);
    boolean isCollection = part.value() instanceof Cst.CollectionNode;
    if (flat != null && (!isCollection || fits(flat, indent))) {
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
    if (part.value() instanceof Cst.CollectionNode collection) {
      appendCollection(lines, key, collection, indent, form);
    } else {
      appendScalar(lines, key, scalars.lines(part.value(), form, true), pad);
    }
  }

  /// Appends a collection that does not fit on the line of its key; on the next line, if it fits
  /// there.
  private void appendCollection(
      List<String> lines,
      String key,
      Cst.CollectionNode collection,
      int indent,
      CanonicalForm form) {
    String pad = " ".repeat(indent);
    String flat = nodeOnOneLine(collection, form, true);
    if (key.isEmpty()) {
      appendLines(lines, pad, multiLine(collection, indent, form));
    } else if (flat != null && fits(flat, indent + 2)) {
      lines.add(pad + key);
      lines.add(pad + "  " + flat);
    } else if (flat != null) {
      lines.add(pad + key);
      appendLines(lines, pad + "  ", multiLine(collection, indent + 2, form));
    } else {
      appendLines(lines, pad + key + " ", multiLine(collection, indent + 2, form));
    }
  }

  private static void appendScalar(
      List<String> lines, String key, List<String> scalarLines, String pad) {
    String first = key.isEmpty() ? pad : pad + key + " ";
    String following = key.isEmpty() ? pad : pad + "  ";
    for (int i = 0; i < scalarLines.size(); i++) {
      String line = scalarLines.get(i);
      lines.add(line.isEmpty() ? "" : (i == 0 ? first : following) + line);
    }
  }

  /// Whether a text fits on a line, with a comma after it.
  private static boolean fits(String text, int indent) {
    return indent + ScalarSpelling.width(text) + 1 <= MAX_WIDTH;
  }

  private static void appendLines(List<String> lines, String before, List<String> more) {
    lines.add(before + more.getFirst());
    lines.addAll(more.subList(1, more.size()));
  }
}
