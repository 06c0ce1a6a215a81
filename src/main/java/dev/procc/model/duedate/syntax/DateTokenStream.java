package dev.procc.model.duedate.syntax;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Spelling;
import java.util.List;

/// The tokens of a text, with one token of lookahead, and the syntax errors.
public class DateTokenStream {
  final String text;
  final Lexer lexer;

  /// The offset after the last consumed token.
  int lastEnd;

  DateTokenStream(String text) {
    this.text = text;
    lexer = new Lexer(text);
  }

  boolean isWord(String word) {
    return lexer.kind == Lexer.WORD && lexer.word.equals(word);
  }

  boolean isSymbol(char symbol) {
    return lexer.kind == Lexer.SYMBOL && lexer.symbol == symbol;
  }

  void advance() {
    lastEnd = lexer.to;
    lexer.next();
  }

  /// The syntax error that ends parsing.
  static final class DateSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient ExpressionFinding finding;

    DateSyntaxException(ExpressionFinding finding) {
      super(finding.message(), null, false, false);
      this.finding = finding;
    }
  }

  void expect(String word) {
    if (!isWord(word)) {
      throw expected("\"" + word + "\"", List.of(word));
    }
    advance();
  }

  DateSyntaxException expected(String what, List<String> words) {
    return lexer.kind == Lexer.END
        ? error("The date ends too early: " + what + " is missing")
        : unexpected("Unexpected " + quoted() + ": " + what + " was expected", words);
  }

  /// An error at this token, with the nearest of the words that are possible here.
  DateSyntaxException unexpected(String message, List<String> words) {
    ExpressionFinding fault = ExpressionFinding.of(DateCodes.SYNTAX, lexer.from, lexer.to, message);
    String near =
        lexer.kind == Lexer.WORD
            ? Spelling.nearestKeyword(lexer.lexeme(), words).orElse(null)
            : null;
    return new DateSyntaxException(
        near == null
            ? fault
            : fault
                .withHint("did you mean \"" + near + "\"?")
                .withSuggestion("write " + near, near));
  }

  DateSyntaxException error(String message) {
    return error(DateCodes.SYNTAX, message);
  }

  DateSyntaxException error(String message, String hint) {
    return new DateSyntaxException(
        ExpressionFinding.of(DateCodes.SYNTAX, lexer.from, lexer.to, message).withHint(hint));
  }

  DateSyntaxException error(Code code, String message) {
    return new DateSyntaxException(ExpressionFinding.of(code, lexer.from, lexer.to, message));
  }

  /// The token in quotes, for a message.
  String quoted() {
    return lexer.kind == Lexer.END ? "the end" : "\"" + abbreviate(lexer.lexeme()) + "\"";
  }

  /// The text cut to 40 characters, without control characters.
  public static String abbreviate(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && i < 40; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.length() > 40 ? out.append("...").toString() : out.toString();
  }
}
