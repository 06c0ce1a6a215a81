package dev.procc.view.text;

import dev.procc.base.json.Json;
import java.util.function.Consumer;

/// A text that went through the writer of its format and may be written as it is: a page of
/// `TextPage`, a JSON document, XML of a template, a table, a comment in Markdown.
///
/// All output of commands has this type. A text of a file, a server, a name or an argument is a
/// `String`, and only becomes one by such a writer.
public final class SafeText {
  public static final SafeText EMPTY = new SafeText("");

  private final String marked;

  /// @param marked the text, with its colours as marks of a style
  SafeText(String marked) {
    this.marked = marked;
  }

  /// A JSON document over several lines, with active characters escaped.
  public static SafeText json(Json value) {
    return new SafeText(value.pretty());
  }

  /// Gives a JSON document in parts, for one that may be large.
  public static void json(Json value, Consumer<SafeText> parts) {
    value.pretty(part -> parts.accept(new SafeText(part)));
  }

  /// The part of a JSON array that one of its items takes.
  ///
  /// @param index where it stands among the items
  /// @param count how many items the array has
  public static SafeText jsonItem(Json item, int index, int count) {
    return new SafeText(item.prettyItem(index, count));
  }

  /// This text followed by another one.
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

  /// The text for all other outputs.
  @Override
  public String toString() {
    return Style.strip(marked);
  }
}
