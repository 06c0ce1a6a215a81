package dev.procc.lsp;

import java.util.regex.Pattern;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/// Markdown for clients that show it, and the same words for those that do not.
final class Markdown {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|`");
  private static final Pattern HEADING = Pattern.compile("^#+ ");

  private Markdown() {}

  static MarkupContent content(String markdown, boolean isShown) {
    return isShown
        ? new MarkupContent(MarkupKind.MARKDOWN, markdown)
        : new MarkupContent(MarkupKind.PLAINTEXT, plain(markdown));
  }

  /// The text without marks; what stands between fences stays as it is.
  static String plain(String markdown) {
    StringBuilder plain = new StringBuilder();
    boolean fenced = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (fenced) {
        plain.append(line).append('\n');
      } else if (!line.equals("---")) {
        String words = LINK.matcher(HEADING.matcher(line).replaceFirst("")).replaceAll("$1");
        plain.append(MARKS.matcher(words).replaceAll("")).append('\n');
      }
    }
    return plain.toString().replace("\n\n\n", "\n\n").strip();
  }
}
