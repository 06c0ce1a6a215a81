package dev.procc.language.whatif;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;

/// Edits in the style of the text around them: a new item looks like its neighbours.
final class StyledEdits {
  private StyledEdits() {}

  /// A text as a scalar that reads back as that text, in block and in flow style: plain where it
  /// can be, else in double quotes.
  static String quoteIfNeeded(String text) {
    boolean plain = !text.isEmpty() && text.equals(text.strip()) && letterOrDigit(text.charAt(0));
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      plain = c == ' ' || letterOrDigit(c) || "+-_./()$%'&;".indexOf(c) >= 0;
    }
    if (plain) {
      return text;
    }
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\x")
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static boolean letterOrDigit(char c) {
    return Character.isLetterOrDigit(c);
  }

  /// One more item in a list of a mapping, the list too where there is none.
  ///
  /// @param item as it shall stand there
  /// @param index how many items stand before it
  static TextEdit insertItem(Mapping owner, String list, String item, int index) {
    YamlNode current = owner.get(list);
    if (current instanceof Sequence items && !items.items().isEmpty()) {
      return items.flow() ? insertInFlow(items, item, index) : insertInBlock(items, item, index);
    }
    if (current != null) {
      Span at = current.span();
      return new TextEdit(at, (at.length() == 0 ? " " : "") + "[" + item + "]");
    }
    return owner.flow()
        ? new TextEdit(
            after(owner.entries().getLast().value().span()), ", " + list + ": [" + item + "]")
        : insertLine(owner, list, "[" + item + "]");
  }

  /// One more line in a block mapping, after its first entry.
  static TextEdit insertLine(Mapping owner, String key, String value) {
    if (owner.flow()) {
      return new TextEdit(
          after(owner.entries().getLast().value().span()), ", " + key + ": " + value);
    }
    MappingEntry first = anchorEntry(owner);
    Span at = first.key().span();
    return below(
        first.value().span(), " ".repeat(at.startPosition().column() - 1) + key + ": " + value);
  }

  /// The entry `key` of a document; in another mapping the first one.
  private static MappingEntry anchorEntry(Mapping owner) {
    MappingEntry key = owner.entry("key");
    return key != null && key.value() instanceof Scalar ? key : owner.entries().getFirst();
  }

  private static Span after(Span span) {
    return Span.at(span.file(), span.end());
  }

  /// A new line below that of the end of a text.
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
          Span.at(items.span().file(), items.items().get(index).span().start()), item + ", ");
    }
    return new TextEdit(after(items.items().getLast().span()), ", " + item);
  }

  private static TextEdit insertInBlock(Sequence items, String item, int index) {
    boolean last = index >= items.items().size();
    Span neighbour = items.items().get(last ? index - 1 : index).span();
    SourceFile file = neighbour.file();
    int start = file.lineStart(neighbour.startPosition().line());
    String before = file.text().substring(start, neighbour.start());
    int dash = before.indexOf('-');
    String line = (dash < 0 ? "- " : before.substring(0, dash + 1) + " ") + item;
    return last ? below(neighbour, line) : new TextEdit(Span.at(file, start), line + "\n");
  }

  /// One item less.
  static TextEdit removeItem(Sequence items, int index) {
    Span item = items.items().get(index).span();
    SourceFile file = item.file();
    if (items.items().size() == 1) {
      return new TextEdit(items.span(), items.flow() ? "[]" : "  []");
    }
    if (!items.flow()) {
      int last = file.position(Math.max(item.start(), item.end() - 1)).line();
      return new TextEdit(
          new Span(file, file.lineStart(item.startPosition().line()), file.lineStart(last + 1)),
          "");
    }
    boolean end = index == items.items().size() - 1;
    return end
        ? new TextEdit(new Span(file, items.items().get(index - 1).span().end(), item.end()), "")
        : new TextEdit(
            new Span(file, item.start(), items.items().get(index + 1).span().start()), "");
  }
}
