package dev.procc.view.text;

import dev.procc.base.json.Json;
import dev.procc.base.text.UrlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a line of Markdown. A text of a file, a server, a name or an argument is a `String`,
/// and only becomes one by these methods, which escape it: it makes no mention, link, image, HTML,
/// table cell or fence.
public final class MarkdownText {
  public static final MarkdownText EMPTY = new MarkdownText("");

  /// A placeholder before a bar in a code span, until it is known whether the span is in a table,
  /// where a bar needs a backslash that is shown elsewhere. It is a noncharacter of Unicode, and
  /// removed from all other texts.
  private static final char BAR_MARK = '\ufdef';

  private final String marked;

  private MarkdownText(String marked) {
    this.marked = marked;
  }

  /// Plain words.
  public static MarkdownText plain(String text) {
    String shown =
        TerminalText.sanitize(text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' '));
    StringBuilder out = new StringBuilder(shown.length() + 16);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&', '<', '>', '@', '#', '|', '`' -> out.append("&#").append((int) c).append(';');
        case ':' -> out.append(shown.startsWith("//", i + 1) ? "&#58;" : ":");
        case '\\', '*', '_', '[', ']', '!', '~', '$' -> out.append('\\').append(c);
        case '(' -> out.append(i > 0 && shown.charAt(i - 1) == ']' ? "\\(" : "(");
        case '.' -> out.append(i > 2 && shown.startsWith("www", i - 3) ? "&#46;" : ".");
        default -> out.append(c);
      }
    }
    return new MarkdownText(out.toString());
  }

  /// A code span, with a fence longer than any run of backticks in it.
  public static MarkdownText code(String text) {
    String shown =
        TerminalText.sanitize(text.replace('\n', ' ').replace('\r', ' '))
            .replace("|", BAR_MARK + "|");
    int longest = 0;
    int run = 0;
    for (int i = 0; i < shown.length(); i++) {
      run = shown.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return new MarkdownText(
        longest == 0 ? fence + shown + fence : fence + " " + shown + " " + fence);
  }

  public static MarkdownText strong(String text) {
    return delimited("**", text);
  }

  public static MarkdownText emphasis(String text) {
    return delimited("*", text);
  }

  /// The words between two delimiters, with the blanks around them outside: next to a blank, a
  /// delimiter would be shown as stars.
  private static MarkdownText delimited(String delimiter, String text) {
    String words = plain(text).marked;
    String core = words.strip();
    if (core.isEmpty()) {
      return new MarkdownText(words);
    }
    int from = words.indexOf(core);
    return new MarkdownText(
        words.substring(0, from)
            + delimiter
            + core
            + delimiter
            + words.substring(from + core.length()));
  }

  /// A link, or only its words if the URL is not an ordinary web address.
  public static MarkdownText link(String words, String url) {
    MarkdownText label = plain(words);
    return UrlText.isWebAddress(url)
        ? new MarkdownText("[" + label.marked + "](" + url.replace("&", "&amp;") + ")")
        : label;
  }

  /// The hidden first line of a comment, `<!-- procc:plan {...} -->`. Nothing in it ends the HTML
  /// comment.
  ///
  /// @param kind `plan`, `impact`
  public static MarkdownText marker(String kind, Json.Obj members) {
    String json =
        members.write().replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d");
    return new MarkdownText("<!-- procc:" + kind + " " + json + " -->");
  }

  public static MarkdownText join(String separator, List<MarkdownText> parts) {
    MarkdownText all = EMPTY;
    for (MarkdownText part : parts) {
      all = (all == EMPTY ? all : all.plus(separator)).plus(part);
    }
    return all;
  }

  public MarkdownText plus(MarkdownText other) {
    return new MarkdownText(marked + other.marked);
  }

  /// This text followed by plain words.
  public MarkdownText plus(String text) {
    return plus(plain(text));
  }

  public boolean isEmpty() {
    return marked.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MarkdownText text && text.marked.equals(marked);
  }

  @Override
  public int hashCode() {
    return marked.hashCode();
  }

  /// The text as it is written in a table cell.
  String inTable() {
    return marked.replace(BAR_MARK, '\\');
  }

  /// The text as it is written outside tables.
  @Override
  public String toString() {
    return marked.replace(String.valueOf(BAR_MARK), "");
  }
}
