package dev.procc.language.suppose;

import dev.procc.base.diagnostic.Edit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;

/// Edits in the style of the text around them: a new item looks like its neighbours.
final class Written {
  private Written() {}

  /// A text as a scalar that reads back as that text, in block and in flow style: plain where it
  /// can be, else in double quotes.
  static String scalar(String text) {
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
  /// @param place how many items stand before it
  static Edit item(Mapping owner, String list, String item, int place) {
    Node now = owner.get(list);
    if (now instanceof Sequence items && !items.items().isEmpty()) {
      return items.flow() ? inFlow(items, item, place) : inBlock(items, item, place);
    }
    if (now != null) {
      Span at = now.span();
      return new Edit(at, (at.length() == 0 ? " " : "") + "[" + item + "]");
    }
    return owner.flow()
        ? new Edit(
            after(owner.entries().getLast().value().span()), ", " + list + ": [" + item + "]")
        : line(owner, list, "[" + item + "]");
  }

  /// One more line in a block mapping, after its first entry.
  static Edit line(Mapping owner, String key, String value) {
    if (owner.flow()) {
      return new Edit(after(owner.entries().getLast().value().span()), ", " + key + ": " + value);
    }
    Entry first = first(owner);
    Span at = first.key().span();
    return below(first.value().span(), " ".repeat(at.from().column() - 1) + key + ": " + value);
  }

  /// The entry `key` of a document; in another mapping the first one.
  private static Entry first(Mapping owner) {
    Entry key = owner.entry("key");
    return key != null && key.value() instanceof Scalar ? key : owner.entries().getFirst();
  }

  private static Span after(Span span) {
    return Span.at(span.file(), span.end());
  }

  /// A new line below that of the end of a text.
  private static Edit below(Span span, String line) {
    SourceFile file = span.file();
    int number = file.position(Math.max(span.start(), span.end() - 1)).line();
    int at = file.lineStart(number + 1);
    boolean open = at > 0 && at == file.text().length() && !endsLine(file.text());
    return new Edit(Span.at(file, at), open ? "\n" + line : line + "\n");
  }

  private static boolean endsLine(String text) {
    return text.endsWith("\n") || text.endsWith("\r");
  }

  private static Edit inFlow(Sequence items, String item, int place) {
    if (place < items.items().size()) {
      return new Edit(
          Span.at(items.span().file(), items.items().get(place).span().start()), item + ", ");
    }
    return new Edit(after(items.items().getLast().span()), ", " + item);
  }

  private static Edit inBlock(Sequence items, String item, int place) {
    boolean last = place >= items.items().size();
    Span neighbour = items.items().get(last ? place - 1 : place).span();
    SourceFile file = neighbour.file();
    int start = file.lineStart(neighbour.from().line());
    String before = file.text().substring(start, neighbour.start());
    int dash = before.indexOf('-');
    String line = (dash < 0 ? "- " : before.substring(0, dash + 1) + " ") + item;
    return last ? below(neighbour, line) : new Edit(Span.at(file, start), line + "\n");
  }

  /// One item less.
  static Edit without(Sequence items, int place) {
    Span item = items.items().get(place).span();
    SourceFile file = item.file();
    if (items.items().size() == 1) {
      return new Edit(items.span(), items.flow() ? "[]" : "  []");
    }
    if (!items.flow()) {
      int last = file.position(Math.max(item.start(), item.end() - 1)).line();
      return new Edit(
          new Span(file, file.lineStart(item.from().line()), file.lineStart(last + 1)), "");
    }
    boolean end = place == items.items().size() - 1;
    return end
        ? new Edit(new Span(file, items.items().get(place - 1).span().end(), item.end()), "")
        : new Edit(new Span(file, item.start(), items.items().get(place + 1).span().start()), "");
  }
}
