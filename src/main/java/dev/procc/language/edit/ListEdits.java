package dev.procc.language.edit;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;

/// Insertions and removals of items and entries, in the style of the text around them.
public final class ListEdits {
  private ListEdits() {}

  /// The place of a node: that of the alias, if it stands for it, not of what was written
  /// elsewhere.
  public static Span place(YamlNode node) {
    for (Origin input : node.origin().inputs()) {
      if (input.layer() == Layer.REFERENCE && input.span().text().startsWith("*")) {
        return input.span();
      }
    }
    return node.span();
  }

  /// Inserts an item into a list of a mapping; the list as well if there is none.
  ///
  /// @param item the text of the item
  /// @param index the number of items before it
  public static TextEdit insertItem(Mapping owner, String list, String item, int index) {
    YamlNode current = owner.get(list);
    if (current instanceof Sequence items && !items.items().isEmpty()) {
      return insertItem(items, item, index);
    }
    if (current != null) {
      Span at = current.span();
      return new TextEdit(at, (at.length() == 0 ? " " : "") + "[" + item + "]");
    }
    return insertEntry(owner, list, "[" + item + "]");
  }

  /// Inserts an item into a list that is not empty.
  ///
  /// @param index the number of items before it
  public static TextEdit insertItem(Sequence list, String item, int index) {
    return list.flow() ? insertInFlow(list, item, index) : insertInBlock(list, item, index);
  }

  /// Appends items to a block list that is not empty.
  public static TextEdit appendItems(Sequence list, List<String> items) {
    Span last = place(list.items().getLast());
    return below(last, dash(last) + String.join("\n" + dash(last), items));
  }

  /// Inserts a list as an entry of a block mapping, each item on a line of its own.
  public static TextEdit insertBlockList(Mapping owner, String key, List<String> items) {
    MappingEntry first = anchorEntry(owner);
    String pad = " ".repeat(first.key().span().startPosition().column() - 1);
    String dash = "\n" + pad + "  - ";
    return below(place(first.value()), pad + key + ":" + dash + String.join(dash, items));
  }

  /// Inserts an entry into a mapping: on a line after its key or first entry; in flow style, at its
  /// end.
  public static TextEdit insertEntry(Mapping owner, String key, String value) {
    String entry = key + ": " + value;
    MappingEntry first = anchorEntry(owner);
    return owner.flow() || first.mergedAt() != null
        ? appendEntries(owner, List.of(entry))
        : below(place(first.value()), " ".repeat(column(owner)) + entry);
  }

  /// Appends entries to a mapping that is not empty: on lines of their own; in flow style, after
  /// the last one.
  ///
  /// @param entries as they are written, `dana: { id: user-1 }`
  public static TextEdit appendEntries(Mapping owner, List<String> entries) {
    String pad = owner.flow() ? "" : " ".repeat(column(owner));
    String separator = owner.flow() ? ", " : "\n" + pad;
    String text = String.join(separator, entries);
    MappingEntry last = firstOwn(owner);
    Span merge = last.mergedAt();
    if (merge != null) {
      return new TextEdit(Span.at(merge.file(), merge.start()), text + separator);
    }
    for (MappingEntry entry : owner.entries()) {
      last = entry.mergedAt() == null ? entry : last;
    }
    Span value = place(last.value());
    return owner.flow() ? new TextEdit(after(value), separator + text) : below(value, pad + text);
  }

  /// The entry `key` of a document; the first entry of any other mapping.
  private static MappingEntry anchorEntry(Mapping owner) {
    MappingEntry key = owner.entry("key");
    boolean own = key != null && key.value() instanceof Scalar && key.mergedAt() == null;
    return own && key != null ? key : firstOwn(owner);
  }

  /// The indentation of the entries of a mapping that is not empty.
  public static int column(Mapping owner) {
    MappingEntry first = firstOwn(owner);
    Span merge = first.mergedAt();
    return (merge == null ? first.key().span() : merge).startPosition().column() - 1;
  }

  /// The first entry that does not come from a merge, if there is one.
  private static MappingEntry firstOwn(Mapping owner) {
    for (MappingEntry entry : owner.entries()) {
      if (entry.mergedAt() == null) {
        return entry;
      }
    }
    return owner.entries().getFirst();
  }

  private static Span after(Span span) {
    return Span.at(span.file(), span.end());
  }

  /// A new line below the one on which a text ends.
  private static TextEdit below(Span span, String line) {
    SourceFile file = span.file();
    int number = file.position(Math.max(span.start(), span.end() - 1)).line();
    int at = file.lineStart(number + 1);
    boolean open = at > 0 && at == file.text().length() && !endsLine(file.text());
    return new TextEdit(Span.at(file, at), open ? "\n" + line : line + "\n");
  }

  private static boolean endsLine(String text) {
    return text.endsWith("\n") || text.endsWith("\r");
  }

  private static TextEdit insertInFlow(Sequence items, String item, int index) {
    if (index < items.items().size()) {
      return new TextEdit(
          Span.at(items.span().file(), place(items.items().get(index)).start()), item + ", ");
    }
    return new TextEdit(after(place(items.items().getLast())), ", " + item);
  }

  /// Inserts an item above the comments of the one that it precedes; those above the first item may
  /// be about all.
  private static TextEdit insertInBlock(Sequence items, String item, int index) {
    boolean last = index >= items.items().size();
    Span neighbour = place(items.items().get(last ? index - 1 : index));
    SourceFile file = neighbour.file();
    int number = ItemLines.dashLine(neighbour);
    while (index > 0 && file.line(number - 1).strip().startsWith("#")) {
      number--;
    }
    int start = file.lineStart(number);
    String line = dash(neighbour) + item;
    return last ? below(neighbour, line) : new TextEdit(Span.at(file, start), line + "\n");
  }

  /// The beginning of the line of an item, with its dash.
  private static String dash(Span item) {
    SourceFile file = item.file();
    int start = file.lineStart(ItemLines.dashLine(item));
    String before = file.text().substring(start, item.start());
    int dash = before.indexOf('-');
    return dash < 0 ? "- " : before.substring(0, dash + 1) + " ";
  }

  /// Removes an item of a block list, with the rest of its lines.
  public static TextEdit removeLines(Span item) {
    SourceFile file = item.file();
    int last = file.position(Math.max(item.start(), item.end() - 1)).line();
    int start = file.lineStart(ItemLines.dashLine(item));
    return new TextEdit(new Span(file, start, file.lineStart(last + 1)), "");
  }

  /// Removes an item, with the rest of its lines; the last one leaves an empty list.
  public static TextEdit removeItem(Sequence items, int index) {
    Span item = place(items.items().get(index));
    SourceFile file = item.file();
    if (items.items().size() == 1) {
      return new TextEdit(items.span(), items.flow() ? "[]" : "  []");
    }
    if (!items.flow()) {
      return removeLines(item);
    }
    boolean end = index == items.items().size() - 1;
    return end
        ? new TextEdit(new Span(file, place(items.items().get(index - 1)).end(), item.end()), "")
        : new TextEdit(
            new Span(file, item.start(), place(items.items().get(index + 1)).start()), "");
  }
}
