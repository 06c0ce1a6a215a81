package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import java.util.List;

/// A printer of the blocks of a document: two blanks a level, one blank after a colon or a dash.
final class BlockPrinter {
  private final String text;
  private final CommentLayout layout;
  private final ScalarPrinter scalars;
  private final FlowPrinter flowPrinter;
  private final KeyOrder keyOrder;
  private final StringBuilder out = new StringBuilder();

  /// Whether the last value printed is a text whose empty lines at its end are content.
  private boolean endsInContent;

  BlockPrinter(Cst.Stream stream, CommentLayout layout, KeyOrder keyOrder) {
    this.text = stream.file().text();
    this.layout = layout;
    this.scalars = new ScalarPrinter(text);
    this.flowPrinter = new FlowPrinter(scalars, layout);
    this.keyOrder = keyOrder;
  }

  /// The text printed so far.
  String text() {
    return out.toString();
  }

  /// Prints a line.
  void line(String line) {
    out.append(line).append('\n');
    endsInContent = false;
  }

  /// Prints an empty line, unless there is one already or nothing before it.
  void blank() {
    boolean exists = out.isEmpty() || (out.length() > 1 && out.charAt(out.length() - 2) == '\n');
    if (!exists && !endsInContent) {
      out.append('\n');
    }
  }

  /// Prints comments on lines of their own.
  ///
  /// @param first whether nothing is above them in their block
  void comments(List<LayoutItem.CommentLine> lines, int indent, boolean first) {
    boolean top = first;
    for (LayoutItem.CommentLine line : lines) {
      if (line.blankBefore() && !top) {
        blank();
      }
      line(" ".repeat(indent) + scalars.comment(line.comment()));
      top = false;
    }
  }

  /// Prints the root of a document.
  void printRoot(Cst root, CanonicalForm form) {
    if (root instanceof Cst.CollectionNode collection && !collection.flow()) {
      if (!collection.properties().isEmpty()) {
        line(ScalarPrinter.properties(collection).stripTrailing());
      }
      printBlock(collection, 0, false, form);
      return;
    }
    String flat = flowPrinter.nodeOnOneLine(root, form, false);
    if (flat != null && flat.length() <= FlowPrinter.MAX_WIDTH) {
      out.append(flat);
    } else if (root instanceof Cst.CollectionNode collection) {
      out.append(String.join("\n", flowPrinter.multiLine(collection, 0, form)));
    } else {
      throw new UnformattableException(
          "a document that is one text of several lines", root.start());
    }
    String comment =
        layout.isNextOnLine(root.end()) ? " " + scalars.comment(layout.takeNext()) : "";
    out.append(comment).append('\n');
  }

  private void printBlock(
      Cst.CollectionNode block, int indent, boolean inline, CanonicalForm form) {
    printItems(block, sorted(block, form), indent, inline, form);
  }

  private List<LayoutItem> sorted(Cst.CollectionNode block, CanonicalForm form) {
    CanonicalForm here = form.forMapping(ScalarPrinter.keys(block));
    return keyOrder.sorted(block, layout.items(block), here);
  }

  /// @param inline whether the first part continues a line, after a dash
  private void printItems(
      Cst.CollectionNode block,
      List<LayoutItem> items,
      int indent,
      boolean inline,
      CanonicalForm form) {
    CanonicalForm here = form.forMapping(ScalarPrinter.keys(block));
    boolean first = true;
    for (LayoutItem item : items) {
      if (!(inline && first)) {
        comments(item.leading, indent, first);
        if (item.blankBefore && !(first && item.leading.isEmpty())) {
          blank();
        }
        out.append(" ".repeat(indent));
      }
      first = false;
      if (block.mapping()) {
        out.append(keyText(item.part));
        printValue(item, indent, here.forValue(ScalarPrinter.key(item.part)), true);
      } else {
        out.append('-');
        printValue(item, indent, here.forItem(), false);
      }
    }
    comments(layout.closingComments(block), indent, false);
  }

  /// The key of a part with its colon.
  private String keyText(Cst.Part part) {
    Cst key = part.key();
    String flat =
        key == null || key instanceof Cst.CollectionNode
            ? null
            : flowPrinter.nodeOnOneLine(key, CanonicalForm.FREE, false);
    if (key == null
        || flat == null
        || (key instanceof Cst.ScalarNode scalar && scalar.isBlock())
        || flat.length() > 1000
        || flat.isEmpty()) {
      throw new UnformattableException("a key of several lines", part.start());
    }
    return flat + (key instanceof Cst.AliasNode ? " :" : ":");
  }

  /// Prints the value after a colon or a dash, up to the end of its line.
  ///
  /// @param keyed whether it follows a colon
  private void printValue(LayoutItem item, int indent, CanonicalForm form, boolean keyed) {
    Cst value = item.part.value();
    boolean block = value instanceof Cst.ScalarNode scalar && scalar.isBlock();
    if (value instanceof Cst.CollectionNode collection && !collection.flow()) {
      printCollection(item, collection, indent, form, keyed);
    } else if (!item.beforeValue.isEmpty()) {
      printBelowComment(item, indent, form, block);
    } else if (block) {
      out.append(' ');
      printBlockScalar(item, indent);
    } else {
      printInline(item, value, indent, form, keyed);
    }
  }

  /// Prints a value below the comments between it and its key or dash.
  private void printBelowComment(LayoutItem item, int indent, CanonicalForm form, boolean block) {
    Cst value = item.part.value();
    Cst.CommentToken first = item.beforeValue.getFirst();
    if (value.from() < item.beforeValue.getLast().start()) {
      throw new UnformattableException("a comment behind an anchor or tag", value.from());
    }
    if (block && !first.ownLine() && item.beforeValue.size() == 1 && item.trailing == null) {
      item.trailing = first;
      out.append(' ');
      printBlockScalar(item, indent);
      return;
    }
    line(first.ownLine() ? "" : " " + scalars.comment(first));
    for (Cst.CommentToken comment : item.beforeValue) {
      if (comment.ownLine()) {
        line(" ".repeat(indent + 2) + scalars.comment(comment));
      }
    }
    out.append(" ".repeat(indent + 2));
    if (block) {
      printBlockScalar(item, indent);
    } else {
      printBelow(item, value, indent, form);
    }
  }

  private void printCollection(
      LayoutItem item, Cst.CollectionNode block, int indent, CanonicalForm form, boolean keyed) {
    if (item.beforeValue.size() > 1) {
      throw new UnformattableException("two comments before a block", block.from());
    }
    String properties =
        block.properties().isEmpty() ? "" : " " + String.join(" ", block.properties());
    String head =
        item.beforeValue.isEmpty()
            ? properties
            : properties + " " + scalars.comment(item.beforeValue.getFirst());
    List<LayoutItem> items = sorted(block, form);
    LayoutItem first = items.getFirst();
    if (keyed || !head.isEmpty()) {
      line(head);
      printItems(block, items, indent + 2, false, form);
    } else if (first.leading.isEmpty()) {
      out.append(' ');
      printItems(block, items, indent + 2, true, form);
    } else {
      // The first comment moves up to the line of the dash.
      line(" " + scalars.comment(first.leading.getFirst().comment()));
      first.leading = first.leading.subList(1, first.leading.size());
      printItems(block, items, indent + 2, false, form);
    }
  }

  private void printBlockScalar(LayoutItem item, int indent) {
    Cst.ScalarNode scalar = (Cst.ScalarNode) item.part.value();
    ScalarSpelling.BlockScalarText spelled = ScalarSpelling.blockScalar(text, scalar, indent);
    line(ScalarPrinter.properties(scalar) + spelled.header() + trailingComment(item));
    for (String line : spelled.lines()) {
      line(line);
    }
    endsInContent = spelled.keepsTrailing();
  }

  private String trailingComment(LayoutItem item) {
    return item.trailing == null ? "" : " " + scalars.comment(item.trailing);
  }

  /// Prints a scalar, an alias or a flow collection on the line of its key or dash, or below it.
  private void printInline(
      LayoutItem item, Cst value, int indent, CanonicalForm form, boolean keyed) {
    int column = column();
    if (value instanceof Cst.CollectionNode flow) {
      String flat = flowPrinter.oneLine(flow, form);
      if (flat != null && column + 1 + ScalarSpelling.width(flat) <= FlowPrinter.MAX_WIDTH) {
        line(" " + flat + trailingComment(item));
      } else if (!keyed || flat == null || item.trailing != null) {
        out.append(' ').append(String.join("\n", flowPrinter.multiLine(flow, indent + 2, form)));
        line(trailingComment(item));
      } else {
        out.append('\n').append(" ".repeat(indent + 2));
        printBelow(item, value, indent, form);
      }
      return;
    }
    List<String> lines = scalars.lines(value, form, false);
    boolean isMultiLine = lines.size() > 1;
    boolean isTooWide = column + 1 + ScalarSpelling.width(lines.getFirst()) > FlowPrinter.MAX_WIDTH;
    if (isMultiLine && keyed && isTooWide) {
      out.append('\n').append(" ".repeat(indent + 2));
    } else if (!lines.getFirst().isEmpty()) {
      out.append(' ');
    }
    appendLines(lines, indent + 2);
    line(trailingComment(item));
  }

  /// Prints a scalar, an alias or a flow collection on a line of its own, which is indented
  /// already.
  private void printBelow(LayoutItem item, Cst value, int indent, CanonicalForm form) {
    if (value instanceof Cst.CollectionNode flow) {
      String flat = flowPrinter.oneLine(flow, form);
      boolean fits =
          flat != null && indent + 2 + ScalarSpelling.width(flat) <= FlowPrinter.MAX_WIDTH;
      out.append(fits ? flat : String.join("\n", flowPrinter.multiLine(flow, indent + 2, form)));
    } else {
      appendLines(scalars.lines(value, form, false), indent + 2);
    }
    line(trailingComment(item));
  }

  private void appendLines(List<String> lines, int indent) {
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        out.append('\n').append(lines.get(i).isEmpty() ? "" : " ".repeat(indent));
      }
      out.append(lines.get(i));
    }
  }

  /// The number of columns of the last printed line.
  private int column() {
    int at = out.lastIndexOf("\n");
    return ScalarSpelling.width(out.substring(at + 1));
  }
}
