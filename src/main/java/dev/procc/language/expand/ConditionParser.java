package dev.procc.language.expand;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the small language of `if`.
final class ConditionParser {
  private static final int MOST_PARTS = 100;

  /// What is wrong with a condition and where.
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    final int start;
    final int end;
    final transient @Nullable String hint;

    Fault(int start, int end, String message, @Nullable String hint) {
      super(message, null, false, false);
      this.start = start;
      this.end = end;
      this.hint = hint;
    }

    String said() {
      String message = getMessage();
      return message == null ? "" : message;
    }
  }

  private enum Kind {
    WORD,
    QUOTED,
    SYMBOL,
    END
  }

  private record Token(Kind kind, String text, int start, int end) {
    boolean is(String word) {
      return kind != Kind.QUOTED && text.equals(word);
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int parts;

  private ConditionParser(String text) {
    this.text = text;
  }

  static Condition parse(String text) throws Fault {
    ConditionParser parser = new ConditionParser(text);
    parser.split();
    Condition condition = parser.or();
    Token rest = parser.peek();
    if (rest.kind != Kind.END) {
      throw parser.unexpected(rest, "here a condition ends, or goes on with \"and\" or \"or\"");
    }
    return condition;
  }

  private void split() throws Fault {
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
          throw new Fault(at, text.length(), "\"" + c + "\" opens a text that is not closed", null);
        }
        tokens.add(new Token(Kind.QUOTED, text.substring(at + 1, end), at, end + 1));
        at = end + 1;
        continue;
      }
      Kind kind = Kind.WORD;
      if ("[],()".indexOf(c) >= 0) {
        kind = Kind.SYMBOL;
      } else if ("=!<>&|".indexOf(c) >= 0) {
        kind = Kind.SYMBOL;
        while (end < text.length() && "=!<>&|".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
      } else {
        while (end < text.length() && isWord(text.charAt(end))) {
          end++;
        }
      }
      tokens.add(new Token(kind, text.substring(at, end), at, end));
      at = end;
    }
    tokens.add(new Token(Kind.END, "", text.length(), text.length()));
  }

  private static boolean isWord(char c) {
    return !Character.isWhitespace(c) && "[],()=!<>&|\"'".indexOf(c) < 0;
  }

  private Condition or() throws Fault {
    List<Condition> any = new ArrayList<>(1);
    any.add(and());
    while (peek().is("or")) {
      next++;
      any.add(and());
    }
    return any.size() == 1 ? any.get(0) : new Condition.Or(any);
  }

  private Condition and() throws Fault {
    List<Condition> all = new ArrayList<>(1);
    all.add(not());
    while (peek().is("and")) {
      next++;
      all.add(not());
    }
    return all.size() == 1 ? all.get(0) : new Condition.And(all);
  }

  private Condition not() throws Fault {
    boolean turned = false;
    while (peek().is("not")) {
      next++;
      turned = !turned;
    }
    Condition condition = comparison();
    return turned ? new Condition.Not(condition) : condition;
  }

  private Condition comparison() throws Fault {
    Token name = peek();
    if (++parts > MOST_PARTS) {
      throw new Fault(
          0,
          text.length(),
          "This compares more than " + MOST_PARTS + " times; a condition is short",
          "decide it in a variable");
    }
    if (name.kind != Kind.WORD
        || !Tags.isPath(name.text)
        || name.text.equals(".")
        || name.is("and")
        || name.is("or")
        || name.is("in")) {
      throw unexpected(name, "a comparison begins with a name, as in period.quarter == 4");
    }
    next++;
    Condition.Path path = new Condition.Path(name.text, name.start, name.end);
    Token operator = peek();
    if (operator.is("==")) {
      next++;
      return new Condition.OneOf(path, List.of(literal()));
    }
    if (operator.is("in")) {
      next++;
      return new Condition.OneOf(path, list());
    }
    return new Condition.Truth(path);
  }

  private List<Condition.Literal> list() throws Fault {
    if (!peek().is("[")) {
      throw unexpected(peek(), "\"in\" takes a list, as in entity.tier in [1, 2]");
    }
    next++;
    List<Condition.Literal> values = new ArrayList<>();
    while (true) {
      values.add(literal());
      Token after = peek();
      next++;
      if (after.is("]")) {
        return values;
      }
      if (!after.is(",")) {
        throw unexpected(after, "the values of a list are parted by commas and end with ]");
      }
    }
  }

  private Condition.Literal literal() throws Fault {
    Token value = peek();
    if (value.kind == Kind.QUOTED) {
      next++;
      return new Condition.Literal(value.text, true);
    }
    if (value.kind != Kind.WORD) {
      throw unexpected(value, "a comparison is with a value: a number, true, false or a text");
    }
    next++;
    return new Condition.Literal(value.text, false);
  }

  private Token peek() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }

  private Fault unexpected(Token token, String law) {
    String what =
        token.kind == Kind.END
            ? "The condition stops short"
            : "\"" + token.text + "\" does not belong here";
    return new Fault(token.start, token.end, what + "; " + law, hint(token.text));
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
