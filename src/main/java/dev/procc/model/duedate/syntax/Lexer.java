package dev.procc.model.duedate.syntax;

import java.util.Locale;
import java.util.Set;

/// A lexer, one token at a time. Total: anything else is a `BAD` token.
final class Lexer {
  /// Letters.
  static final int WORD = 0;

  /// Digits alone.
  static final int NUMBER = 1;

  /// `2026-04-01`; the day need not exist.
  static final int DATE = 2;

  /// `2026-04`, `2026-Q2`, `FY2026`, `FY2026-P3`.
  static final int KEY = 3;

  /// `2nd`.
  static final int ORDINAL = 4;

  /// One of `+ - ( ) , .`.
  static final int SYMBOL = 5;

  static final int END = 6;
  static final int BAD = 7;

  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

  private final String text;

  /// The current token.
  int kind;

  int from;
  int to;

  /// A word in lower case.
  String word = "";

  /// The value of a NUMBER or ORDINAL, at most 1,000,000,000.
  int value;

  char symbol;

  Lexer(String text) {
    this.text = text;
  }

  /// The current token as written.
  String lexeme() {
    return text.substring(from, to);
  }

  /// Reads the next token.
  void next() {
    int at = to;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    from = at;
    word = "";
    if (at == text.length()) {
      to = at;
      kind = END;
      return;
    }
    char c = text.charAt(at);
    if (isLetter(c)) {
      word();
    } else if (isDigit(c)) {
      number();
    } else if (c == '+' || c == '-' || c == '(' || c == ')' || c == ',' || c == '.') {
      symbol = c;
      kind = SYMBOL;
      to = at + 1;
    } else {
      kind = BAD;
      to = at + Character.charCount(text.codePointAt(at));
    }
  }

  /// Reads the path in `task(...)`: from the end of the current token to the next `)`, without the
  /// blanks around it. The path becomes the current token.
  void path() {
    int close = text.indexOf(')', to);
    int end = close == -1 ? text.length() : close;
    int start = to;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    from = start;
    to = end;
    kind = WORD;
    for (int i = start; i < end; i++) {
      if (!isPath(text.charAt(i))) {
        kind = BAD;
      }
    }
  }

  private void word() {
    int length = letters(from);
    int end = from + length;
    if (length == 2 && text.regionMatches(true, from, "FY", 0, 2) && digits(end) == 4) {
      kind = KEY;
      to = end + 4;
      if (is(to, '-') && (is(to + 1, 'q') || is(to + 1, 'p'))) {
        int number = digits(to + 2);
        to = number == 1 || number == 2 ? to + 2 + number : to;
      }
      return;
    }
    kind = WORD;
    to = end;
    word = lexeme().toLowerCase(Locale.ROOT);
  }

  private void number() {
    int length = digits(from);
    int end = from + length;
    if (length == 4 && is(end, '-')) {
      int month = digits(end + 1);
      int day = is(end + 1 + month, '-') ? digits(end + 2 + month) : 0;
      if (month > 0 && day > 0) {
        to = end + 2 + month + day;
        kind = month == 2 && day == 2 && !isWord(to) ? DATE : BAD;
        return;
      }
      if (month == 2 && !isWord(end + 3) || is(end + 1, 'q') && digits(end + 2) == 1) {
        kind = KEY;
        to = end + 3;
        return;
      }
    }
    value = value(from, end);
    to = end + letters(end);
    kind = ORDINALS.contains(text.substring(end, to).toLowerCase(Locale.ROOT)) ? ORDINAL : NUMBER;
    to = kind == ORDINAL ? to : end;
  }

  private int value(int start, int end) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      sum = Math.min(sum * 10 + text.charAt(i) - '0', 1_000_000_000L);
    }
    return (int) sum;
  }

  /// The number of letters at an offset.
  private int letters(int at) {
    int end = at;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  /// The number of digits at an offset.
  private int digits(int at) {
    int end = at;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  /// Whether a character, compared in lower case, is at an offset.
  private boolean is(int at, char c) {
    return at < text.length() && Character.toLowerCase(text.charAt(at)) == c;
  }

  private boolean isWord(int at) {
    return at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)));
  }

  private static boolean isPath(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '/' || c == '.';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00a0';
  }
}
