package dev.procc.app.review;

import java.nio.charset.StandardCharsets;

/// A comment cut to what a host takes: at a line end, open fences and details closed, and it says
/// so.
final class CommentText {
  private static final int FENCE = 3;

  private final String text;
  private final int maxBytes;
  private String fence = "";
  private int details;

  private CommentText(String text, int maxBytes) {
    this.text = text;
    this.maxBytes = maxBytes;
  }

  /// The text where it fits, else as much of it as fits with the note.
  ///
  /// @param note a paragraph that says what was left out
  static String fit(String text, int maxBytes, String note) {
    return bytes(text) <= maxBytes ? text : new CommentText(text, maxBytes).cut(note);
  }

  static int bytes(String text) {
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

  /// What ends everything that is open.
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
    } else if (fence.isEmpty()) {
      details = Math.max(0, details + count(line, "<details>") - count(line, "</details>"));
    }
  }

  private static int count(String line, String word) {
    int count = 0;
    for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
      count++;
    }
    return count;
  }
}
