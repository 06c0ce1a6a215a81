package dev.procc.view.text;

import dev.procc.base.text.Plural;

/// A writer of Markdown: only plain words and `MarkdownText` can be appended, and only methods of
/// this class make lines, headings, lists, quotes and tables.
public final class MarkdownPage {
  private final StringBuilder out = new StringBuilder();

  /// Whether the next text could begin a block.
  private boolean atStart = true;

  /// Appends plain words.
  public MarkdownPage append(String text) {
    return append(MarkdownText.plain(text));
  }

  public MarkdownPage append(MarkdownText text) {
    String markdown = text.toString();
    out.append(atStart ? withoutBlock(markdown.stripLeading()) : markdown);
    atStart &= markdown.isBlank();
    return this;
  }

  public MarkdownPage append(int number) {
    return append(Integer.toString(number));
  }

  public MarkdownPage code(String text) {
    return append(MarkdownText.code(text));
  }

  public MarkdownPage strong(String text) {
    return append(MarkdownText.strong(text));
  }

  /// Ends a line.
  public MarkdownPage line() {
    return block("\n");
  }

  /// Ends a paragraph.
  public MarkdownPage paragraph() {
    return block("\n\n");
  }

  public MarkdownPage heading(int level) {
    return block("#".repeat(level) + " ");
  }

  public MarkdownPage item() {
    return item(0);
  }

  /// @param depth 0 for an item of the outermost list
  public MarkdownPage item(int depth) {
    return block("  ".repeat(depth) + "- ");
  }

  /// Begins an item to tick.
  public MarkdownPage box() {
    return block("- [ ] ");
  }

  /// Begins a numbered item.
  public MarkdownPage number(int number) {
    return block(number + ". ");
  }

  public MarkdownPage quote() {
    return block("> ");
  }

  /// Begins a quote that is shown as a warning.
  public MarkdownPage caution() {
    return block("> [!CAUTION]\n> ");
  }

  /// Begins a table with its header; `#` heads a column of numbers.
  public MarkdownPage table(String... heads) {
    StringBuilder line = new StringBuilder("|");
    for (String head : heads) {
      String cell = head.equals("#") ? head : MarkdownText.plain(head).inTable();
      line.append(cell.isEmpty() ? "" : " ").append(cell).append(" |");
    }
    return block(line + "\n|" + "---|".repeat(heads.length) + "\n");
  }

  public MarkdownPage row(MarkdownText... cells) {
    StringBuilder line = new StringBuilder("|");
    for (MarkdownText cell : cells) {
      line.append(' ').append(cell.inTable()).append(" |");
    }
    return block(line + "\n");
  }

  /// Ends a list or a table with the number of items that are left out, if there are more than the
  /// limit.
  ///
  /// @param command that shows them
  public MarkdownPage more(int all, int most, String command) {
    int shown = Plural.shown(all, most);
    if (all > shown) {
      line().append("and ").append(all - shown).append(" more: ").code(command).line();
    }
    return line();
  }

  /// Begins a foldable part.
  public MarkdownPage details(String summary) {
    return block("<details><summary>" + MarkdownText.plain(summary) + "</summary>\n\n");
  }

  public MarkdownPage endDetails() {
    return block("</details>\n\n");
  }

  private MarkdownPage block(String markdown) {
    out.append(markdown);
    atStart = true;
    return this;
  }

  /// The text with a backslash where it would begin an item, a rule, a heading or a table.
  private static String withoutBlock(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    char c = text.charAt(i);
    boolean begins = i > 0 ? c == '.' || c == ')' : c == '-' || c == '+' || c == '=' || c == ':';
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    return begins && " \t-=:".indexOf(next) >= 0
        ? text.substring(0, i) + "\\" + text.substring(i)
        : text;
  }

  /// The page, from which active characters are removed once more.
  public SafeText toText() {
    return new TextPage().lines(toString()).toText();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
