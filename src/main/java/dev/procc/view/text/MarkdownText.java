package dev.procc.view.text;

/// Text from definitions and live data escaped for Markdown: it makes no mention, link, image,
/// HTML, table cell or fence.
public final class MarkdownText {
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

  /// A code span, its fence longer than any run of back-ticks in it.
  public static String code(String text) {
    String shown =
        TerminalText.sanitize(text.replace('\n', ' ').replace('\r', ' ')).replace("|", "\\|");
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
    return new TextPage().lines(markdown).toText();
  }
}
