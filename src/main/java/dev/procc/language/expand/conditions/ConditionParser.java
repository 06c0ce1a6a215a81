package dev.procc.language.expand.conditions;

import dev.procc.language.expand.text.TagParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parser of conditions; `Condition` has the grammar.
final class ConditionParser {
  private static final int MAX_COMPARISONS = 100;

  /// A syntax error with its offsets in the condition.
  static final class ConditionSyntaxException extends Exception {
    private static final long serialVersionUID = 1;
    final int start;
    final int end;
    final transient @Nullable String hint;

    ConditionSyntaxException(int start, int end, String message, @Nullable String hint) {
      super(message, null, false, false);
      this.start = start;
      this.end = end;
      this.hint = hint;
    }

    String text() {
      String message = getMessage();
      return message == null ? "" : message;
    }
  }

  private enum TokenKind {
    WORD,
    QUOTED,
    SYMBOL,
    END
  }

  private record Token(TokenKind kind, String text, int start, int end) {
    /// Whether it is a certain word or symbol, without quotes.
    boolean is(String word) {
      return kind != TokenKind.QUOTED && text.equals(word);
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int nextToken;
  private int comparisonCount;

  private ConditionParser(String text) {
    this.text = text;
  }

  static Condition parse(String text) throws ConditionSyntaxException {
    ConditionParser parser = new ConditionParser(text);
    parser.tokenize();
    Condition condition = parser.or();
    Token rest = parser.peek();
    if (rest.kind != TokenKind.END) {
      throw parser.unexpected(rest, "here a condition ends, or goes on with \"and\" or \"or\"");
    }
    return condition;
  }

  private void tokenize() throws ConditionSyntaxException {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      if (c == '"' || c == '\'') {
        end = text.indexOf(c, at + 1);
        if (end < 0) {
          throw new ConditionSyntaxException(
              at, text.length(), "\"" + c + "\" opens a text that is not closed", null);
        }
        tokens.add(new Token(TokenKind.QUOTED, text.substring(at + 1, end), at, end + 1));
        at = end + 1;
        continue;
      }
      TokenKind kind = TokenKind.WORD;
      if ("[],()".indexOf(c) >= 0) {
        kind = TokenKind.SYMBOL;
      } else if ("=!<>&|".indexOf(c) >= 0) {
        kind = TokenKind.SYMBOL;
        while (end < text.length() && "=!<>&|".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
      } else {
        while (end < text.length() && isWordChar(text.charAt(end))) {
          end++;
        }
      }
      tokens.add(new Token(kind, text.substring(at, end), at, end));
      at = end;
    }
    tokens.add(new Token(TokenKind.END, "", text.length(), text.length()));
  }

  private static boolean isWordChar(char c) {
    return !Character.isWhitespace(c) && "[],()=!<>&|\"'".indexOf(c) < 0;
  }

  private Condition or() throws ConditionSyntaxException {
    List<Condition> any = new ArrayList<>(1);
    any.add(and());
    while (peek().is("or")) {
      nextToken++;
      any.add(and());
    }
    return any.size() == 1 ? any.get(0) : new Condition.Or(any);
  }

  private Condition and() throws ConditionSyntaxException {
    List<Condition> all = new ArrayList<>(1);
    all.add(not());
    while (peek().is("and")) {
      nextToken++;
      all.add(not());
    }
    return all.size() == 1 ? all.get(0) : new Condition.And(all);
  }

  private Condition not() throws ConditionSyntaxException {
    boolean negated = false;
    while (peek().is("not")) {
      nextToken++;
      negated = !negated;
    }
    Condition condition = comparison();
    return negated ? new Condition.Not(condition) : condition;
  }

  private Condition comparison() throws ConditionSyntaxException {
    Token name = peek();
    if (++comparisonCount > MAX_COMPARISONS) {
      throw new ConditionSyntaxException(
          0,
          text.length(),
          "This compares more than " + MAX_COMPARISONS + " times; a condition is short",
          "decide it in a variable");
    }
    if (name.kind != TokenKind.WORD
        || !TagParser.isPath(name.text)
        || name.text.equals(".")
        || name.is("and")
        || name.is("or")
        || name.is("in")) {
      throw unexpected(name, "a comparison begins with a name, as in period.quarter == 4");
    }
    nextToken++;
    Condition.Path path = new Condition.Path(name.text, name.start, name.end);
    Token operator = peek();
    if (operator.is("==")) {
      nextToken++;
      return new Condition.IsOneOf(path, List.of(literal()));
    }
    if (operator.is("in")) {
      nextToken++;
      return new Condition.IsOneOf(path, list());
    }
    return new Condition.IsTrue(path);
  }

  private List<Condition.Literal> list() throws ConditionSyntaxException {
    if (!peek().is("[")) {
      throw unexpected(peek(), "\"in\" takes a list, as in entity.tier in [1, 2]");
    }
    nextToken++;
    List<Condition.Literal> values = new ArrayList<>();
    while (true) {
      values.add(literal());
      Token after = peek();
      nextToken++;
      if (after.is("]")) {
        return values;
      }
      if (!after.is(",")) {
        throw unexpected(after, "the values of a list are separated by commas and end with ]");
      }
    }
  }

  private Condition.Literal literal() throws ConditionSyntaxException {
    Token value = peek();
    if (value.kind == TokenKind.QUOTED) {
      nextToken++;
      return new Condition.Literal(value.text, true, value.start, value.end);
    }
    if (value.kind != TokenKind.WORD) {
      throw unexpected(value, "a comparison is with a value: a number, true, false or a text");
    }
    nextToken++;
    return new Condition.Literal(value.text, false, value.start, value.end);
  }

  private Token peek() {
    return tokens.get(Math.min(nextToken, tokens.size() - 1));
  }

  private ConditionSyntaxException unexpected(Token token, String expectation) {
    String problem =
        token.kind == TokenKind.END
            ? "The condition stops short"
            : "\"" + token.text + "\" does not belong here";
    return new ConditionSyntaxException(
        token.start, token.end, problem + "; " + expectation, hint(token.text));
  }

  private static @Nullable String hint(String token) {
    return switch (token) {
      case "=" -> "compare with ==";
      case "!=", "<>" -> "write not NAME == VALUE";
      case "!" -> "write not";
      case "&&", "&" -> "write and";
      case "||", "|" -> "write or";
      case "<", ">", "<=", ">=" -> "compare with == or in [...]; or decide it in a variable";
      case "(", ")" -> "\"and\" binds before \"or\"; what needs more is a variable of its own";
      default -> null;
    };
  }
}
