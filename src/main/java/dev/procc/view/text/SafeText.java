package dev.procc.view.text;

import dev.procc.base.json.Json;

/// Text that has gone through the writer of its sink and may be written as it is: a page of
/// `TextPage`, a JSON document, XML of a template, a table, a comment in Markdown.
///
/// What a command prints is of this type. A text of a file, a server, a name or an argument is a
/// `String`, and becomes one by such a writer alone.
public final class SafeText {
  public static final SafeText EMPTY = new SafeText("");

  private final String marked;

  /// @param marked the text, its colours as marks of a style
  SafeText(String marked) {
    this.marked = marked;
  }

  /// A document over lines; what acts on a terminal or in a log of CI is escaped.
  public static SafeText json(Json value) {
    return new SafeText(value.pretty());
  }

  /// This text and another after it.
  public SafeText plus(SafeText other) {
    return new SafeText(marked + other.marked);
  }

  public boolean isEmpty() {
    return marked.isEmpty();
  }

  String marked() {
    return marked;
  }

  /// The text for a terminal that shows colours.
  public String coloured() {
    return Style.toTerminal(marked);
  }

  /// The text for every other sink.
  @Override
  public String toString() {
    return Style.strip(marked);
  }
}
