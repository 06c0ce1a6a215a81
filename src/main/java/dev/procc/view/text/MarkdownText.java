package dev.procc.view.text;

/// Text from definitions and live data escaped for Markdown: it makes no mention, link, image,
/// HTML, table cell or fence.
public final class MarkdownText {
  /// Stands before a bar in a code span until it is known whether the span is in a table, where a
  /// bar needs a backslash that is shown elsewhere. Unicode gives the character to no text, and
  /// none of others gets here.
  private static final char BAR_MARK = '\ufdef';

  private MarkdownText() {}

  /// Plain words, in a paragraph or a table cell.
  public static String plain(String text) {
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
    return out.toString();
  }

  /// A code span, its fence longer than any run of back-ticks in it; `document` ends it.
  public static String code(String text) {
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
    return longest == 0 ? fence + shown + fence : fence + " " + shown + " " + fence;
  }

  /// A document whose parts went through `plain` and `code`. What acts on a terminal or in a log of
  /// CI is taken from the whole once more.
  public static SafeText document(String markdown) {
    StringBuilder out = new StringBuilder(markdown.length());
    for (int from = 0; from < markdown.length(); ) {
      int end = markdown.indexOf('\n', from);
      end = end < 0 ? markdown.length() : end + 1;
      boolean row = markdown.startsWith("| ", from);
      String line = markdown.substring(from, end);
      out.append(line.replace(String.valueOf(BAR_MARK), row ? "\\" : ""));
      from = end;
    }
    return new TextPage().lines(out.toString()).toText();
  }
}
