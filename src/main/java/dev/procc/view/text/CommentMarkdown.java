package dev.procc.view.text;

import dev.procc.live.codehost.CommentForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// A comment of a request for its host: it begins with a hidden marker, and if it is too long it is
/// cut at a line end, with nothing left open, and says so.
///
/// Lines of HTML are ours: nobody else's text ever begins one.
public final class CommentMarkdown {
  private static final int FENCE = 3;
  private static final String DETAILS = "<details>";
  private static final String SUMMARY = "<details><summary>";
  private static final String END_SUMMARY = "</summary>";
  private static final String END_DETAILS = "</details>";

  private final String text;
  private final int maxBytes;
  private String fence = "";
  private int details;

  private CommentMarkdown(String text, int maxBytes) {
    this.text = text;
    this.maxBytes = maxBytes;
  }

  /// The first of several texts that is within the host's limit, otherwise as much of the last one
  /// as is.
  ///
  /// @param levels the longest first
  /// @param note a paragraph that says what was left out
  public static SafeText render(
      List<Supplier<MarkdownPage>> levels, CommentForm form, MarkdownText note) {
    String last = "";
    for (Supplier<MarkdownPage> level : levels) {
      String text = level.get().toText().toString();
      last = form.takesHtml() ? text : withoutHtml(text);
      if (bytes(last) <= form.maxBytes()) {
        break;
      }
    }
    return new TextPage().lines(fit(last, form.maxBytes(), note)).toText();
  }

  /// The text with foldable parts open, and without its marker.
  private static String withoutHtml(String markdown) {
    StringBuilder out = new StringBuilder();
    for (String line : markdown.split("\n", -1)) {
      int end = line.indexOf(END_SUMMARY);
      if (line.startsWith(SUMMARY) && end > 0) {
        out.append("**").append(line, SUMMARY.length(), end).append("**\n");
      } else if (!line.equals(END_DETAILS) && !line.startsWith("<!-- procc:")) {
        out.append(line).append('\n');
      }
    }
    out.setLength(Math.max(0, out.length() - 1));
    return out.toString();
  }

  /// The text if it is within the limit, otherwise as much of it as is, with the note.
  ///
  /// @param note a paragraph that says what was left out
  public static String fit(String text, int maxBytes, MarkdownText note) {
    return bytes(text) <= maxBytes
        ? text
        : new CommentMarkdown(text, maxBytes).cut(note.toString());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private String cut(String note) {
    int left = maxBytes - bytes(note) - 2;
    StringBuilder out = new StringBuilder();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end);
      String fenceBefore = fence;
      int detailsBefore = details;
      read(line);
      left -= bytes(line) + 1;
      if (left < bytes(closing()) || end < 0) {
        fence = fenceBefore;
        details = detailsBefore;
        break;
      }
      out.append(line).append('\n');
      from = end + 1;
    }
    return out.append(closing()).append('\n').append(note).append('\n').toString();
  }

  /// The text that closes everything that is open.
  private String closing() {
    return (fence.isEmpty() ? "" : fence + "\n") + "\n</details>\n".repeat(details);
  }

  private void read(String line) {
    String start = line.strip();
    char first = start.isEmpty() ? ' ' : start.charAt(0);
    int run = 0;
    while (first == '`' && run < start.length() && start.charAt(run) == first) {
      run++;
    }
    if (run >= FENCE && fence.isEmpty() && start.indexOf('`', run) < 0) {
      fence = start.substring(0, run);
    } else if (run >= fence.length() && !fence.isEmpty() && run == start.length()) {
      fence = "";
    } else if (fence.isEmpty() && line.startsWith(DETAILS)) {
      details++;
    } else if (fence.isEmpty() && line.startsWith(END_DETAILS)) {
      details = Math.max(0, details - 1);
    }
  }
}
