package dev.procc.base.pattern;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// A parser of character classes: `[a-z_]`, `\d`, `\p{L}`.
final class ClassParser {
  private final String text;
  private int at;

  /// The character that an escape stands for; -1 for one that stands for a set.
  private int single = -1;

  /// @param at the offset after `[` or `\`
  ClassParser(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /// The offset after what was read.
  int end() {
    return at;
  }

  /// Parses a class up to its `]`.
  ///
  /// @param end receives the offset after it
  IntPredicate parse(IntConsumer end) throws PatternException {
    boolean inverted = at < text.length() && text.charAt(at) == '^';
    at += inverted ? 1 : 0;
    IntPredicate all = null;
    while (all == null || !has(']')) {
      IntPredicate item = item();
      IntPredicate before = all;
      all = before == null ? item : c -> before.test(c) || item.test(c);
    }
    at++;
    end.accept(at);
    return inverted ? all.negate() : all;
  }

  private boolean has(char c) throws PatternException {
    if (at >= text.length()) {
      throw new PatternException("has \"[\" without \"]\"");
    }
    return text.charAt(at) == c;
  }

  private IntPredicate item() throws PatternException {
    if (has('[') || has(']') || text.startsWith("&&", at)) {
      throw new PatternException(
          "has \"" + text.charAt(at) + "\" in a class; the sign itself is \\" + text.charAt(at));
    }
    IntPredicate first = member();
    int from = single;
    boolean range = from >= 0 && has('-') && at + 1 < text.length() && text.charAt(at + 1) != ']';
    if (!range) {
      return first;
    }
    at++;
    if (has('[')) {
      throw new PatternException("has a range in a class that ends with \"[\"");
    }
    member();
    int to = single;
    if (to < from) {
      throw new PatternException("has a range in a class that ends before it begins");
    }
    return c -> c >= from && c <= to;
  }

  /// One character, or the set of an escape.
  private IntPredicate member() throws PatternException {
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    if (c == '\\') {
      return escape();
    }
    single = c;
    return o -> o == c;
  }

  /// Parses an escape, after its backslash.
  IntPredicate escape() throws PatternException {
    single = -1;
    if (at >= text.length()) {
      throw new PatternException("ends with \"\\\"; the sign itself is \\\\");
    }
    int letter = text.codePointAt(at);
    at += Character.charCount(letter);
    IntPredicate set = CharacterSets.ofEscape(letter);
    if (set != null) {
      return set;
    }
    if (letter == 'p' || letter == 'P') {
      IntPredicate property = property();
      return letter == 'p' ? property : property.negate();
    }
    int character = character(letter);
    single = character;
    return c -> c == character;
  }

  private IntPredicate property() throws PatternException {
    int end = at < text.length() && text.charAt(at) == '{' ? text.indexOf('}', at) : at + 1;
    if (end < 0 || end > text.length()) {
      throw new PatternException("has \"\\p\" without a name, as in \\p{L}");
    }
    boolean braces = text.charAt(at) == '{';
    String name = text.substring(at + (braces ? 1 : 0), end);
    at = end + (braces ? 1 : 0);
    IntPredicate set = CharacterSets.ofProperty(name);
    if (set == null) {
      throw new PatternException("has \\p{" + name + "}; that is not known here");
    }
    return set;
  }

  private int character(int letter) throws PatternException {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      default -> {
        boolean sign =
            letter < 0x80 && !Character.isLetterOrDigit(letter) || !CharacterSets.isWord(letter);
        if (!sign) {
          throw new PatternException("has \"\\" + (char) letter + "\"; that is not known here");
        }
        yield letter;
      }
    };
  }

  private int hex(int digits) throws PatternException {
    int value = 0;
    for (int i = 0; i < digits; i++, at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw new PatternException("has a code of a character that is none, as in \\x41");
      }
      value = 16 * value + digit;
    }
    return value;
  }
}
