package dev.procc.model.duedate.resolve;

/// A year in the text of a date expression, so that the date is the same in every period.
final class TypedYear {
  private TypedYear() {}

  /// Whether a text has one: `2024-12-20 + 2bd`, `FY2024-P12`, `2024-Q4`, `of 2024`; the key of a
  /// node, as in `task(audit-2024)`, is none.
  static boolean isIn(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' && namesNode(text, i)) {
        i = Math.max(i, text.indexOf(')', i));
      }
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits == 4 && (i + 1 == text.length() || !Character.isDigit(text.charAt(i + 1)))) {
        return i + 1 < text.length() && text.charAt(i + 1) == '-'
            || text.regionMatches(true, Math.max(0, i - 5), "FY", 0, 2)
            || endsWithOf(text, i - 3);
      }
    }
    return false;
  }

  /// Whether a text is a day and nothing else: `2024-12-20`.
  static boolean isDay(String text) {
    return text.strip().matches("\\d{4}-\\d{2}-\\d{2}");
  }

  /// Whether a parenthesis encloses the key of a node.
  private static boolean namesNode(String text, int open) {
    for (String word : new String[] {"task", "group", "due", "done"}) {
      if (text.startsWith(word, open - word.length())) {
        return true;
      }
    }
    return false;
  }

  /// Whether the word before an offset is `of`.
  private static boolean endsWithOf(String text, int offset) {
    String before = text.substring(0, offset);
    String word = before.stripTrailing();
    return word.length() < before.length()
        && word.regionMatches(true, word.length() - 3, " of", 0, 3);
  }
}
