package dev.procc.base.pattern;

import dev.procc.base.pattern.PatternNode.Assertion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// A parser of regular expressions in the usual notation.
final class PatternParser {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_COUNT = 2_000;
  private static final int MAX_DEPTH = 50;

  /// @param ignoresCase whether it begins with `(?i)`
  record ParsedPattern(PatternNode tree, boolean ignoresCase) {}

  private final String text;
  private final boolean ignoresCase;
  private int at;
  private int depth;

  private PatternParser(String text) {
    this.text = text;
    ignoresCase = text.startsWith("(?i)");
    at = ignoresCase ? 4 : 0;
  }

  static ParsedPattern parse(String text) throws PatternException {
    if (text.length() > MAX_LENGTH) {
      throw new PatternException("is longer than " + MAX_LENGTH + " characters");
    }
    PatternParser parser = new PatternParser(text);
    PatternNode tree = parser.choice();
    if (parser.at < text.length()) {
      throw new PatternException("has \")\" without \"(\"");
    }
    return new ParsedPattern(tree, parser.ignoresCase);
  }

  private boolean has(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean skip(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  private int take() {
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private PatternNode choice() throws PatternException {
    if (++depth > MAX_DEPTH) {
      throw new PatternException("has more than " + MAX_DEPTH + " groups within each other");
    }
    List<PatternNode> parts = new ArrayList<>();
    parts.add(sequence());
    while (skip("|")) {
      parts.add(sequence());
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new PatternNode.Choice(parts);
  }

  private PatternNode sequence() throws PatternException {
    List<PatternNode> parts = new ArrayList<>();
    while (at < text.length() && !has('|') && !has(')')) {
      PatternNode part = atom();
      while (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
        part = repeat(part);
      }
      parts.add(part);
    }
    return parts.size() == 1 ? parts.getFirst() : new PatternNode.Sequence(parts);
  }

  private PatternNode repeat(PatternNode part) throws PatternException {
    int from = at;
    int min = 0;
    int max = -1;
    if (skip("+")) {
      min = 1;
    } else if (skip("?")) {
      max = 1;
    } else if (skip("{")) {
      min = count();
      max = min;
      if (skip(",")) {
        max = has('}') ? -1 : count();
      }
      if (!skip("}")) {
        throw new PatternException("has \"{\" without \"}\"; a brace itself is \\{");
      }
      if (max >= 0 && max < min) {
        throw new PatternException("has a count that ends before it begins");
      }
    } else {
      at++;
    }
    skip("?"); // how much it takes first does not change whether the whole fits
    if (has('+')) {
      throw new PatternException(
          "has \"" + text.substring(from, at + 1) + "\"; that is not known here");
    }
    return new PatternNode.Repeat(part, min, max);
  }

  private int count() throws PatternException {
    int from = at;
    int count = 0;
    while (at < text.length() && CharacterSets.isDigit(text.charAt(at)) && count <= MAX_COUNT) {
      count = 10 * count + (text.charAt(at++) - '0');
    }
    if (at == from) {
      throw new PatternException("has \"{\" without a count; a brace itself is \\{");
    }
    if (count > MAX_COUNT) {
      throw new PatternException("has a count above " + MAX_COUNT);
    }
    return count;
  }

  private PatternNode atom() throws PatternException {
    int c = take();
    return switch (c) {
      case '(' -> group();
      case '[' -> new PatternNode.OneOf(new ClassParser(text, at).parse(end -> at = end));
      case '.' -> new PatternNode.OneOf(o -> !CharacterSets.isLineEnd(o));
      case '^' -> new Assertion(Assertion.Kind.START);
      case '$' -> new Assertion(Assertion.Kind.END);
      case '\\' -> escape();
      case '*', '+', '?' ->
          throw new PatternException(
              "has \"" + (char) c + "\" with nothing before it; the sign itself is \\" + (char) c);
      case '{' -> throw new PatternException("has \"{\" with nothing before it; write \\{");
      default -> literal(c);
    };
  }

  private static PatternNode literal(int c) {
    return new PatternNode.OneOf(o -> o == c);
  }

  private PatternNode group() throws PatternException {
    if (skip("?")) {
      boolean named = skip("P<") || skip("<");
      if (named && !has('=') && !has('!')) {
        int end = text.indexOf('>', at);
        if (end < 0) {
          throw new PatternException("has a group whose name has no end");
        }
        at = end + 1;
      } else if (!skip(":")) {
        throw new PatternException(
            "looks around or sets a mode within a group, \"(?\"; of these only \"(?:\" and, at the"
                + " beginning, \"(?i)\" are known here");
      }
    }
    PatternNode inside = choice();
    if (!skip(")")) {
      throw new PatternException("has \"(\" without \")\"");
    }
    return inside;
  }

  private PatternNode escape() throws PatternException {
    if (skip("A")) {
      return new Assertion(Assertion.Kind.START);
    }
    if (skip("z") || skip("Z")) {
      return new Assertion(Assertion.Kind.END);
    }
    if (skip("b")) {
      return new Assertion(Assertion.Kind.WORD_EDGE);
    }
    if (skip("B")) {
      return new Assertion(Assertion.Kind.NO_WORD_EDGE);
    }
    ClassParser parser = new ClassParser(text, at);
    IntPredicate set = parser.escape();
    at = parser.end();
    return new PatternNode.OneOf(set);
  }
}
