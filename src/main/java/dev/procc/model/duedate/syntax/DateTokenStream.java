package dev.procc.model.duedate.syntax;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Spelling;
import java.util.List;

/// A text, one token ahead, and the faults that may be found at a token.
public class DateTokenStream {
  final String text;
  final Lexer lexer;

  /// Where the last token taken ends.
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

  /// The end of reading, with its reason.
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

  /// A fault at this token, with the nearest of the words that may stand here.
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

  /// The token, quoted for a message.
  String quoted() {
    return lexer.kind == Lexer.END ? "the end" : "\"" + abbreviate(lexer.lexeme()) + "\"";
  }

  /// At most 40 characters, none of them a control character.
  public static String abbreviate(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && i < 40; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.length() > 40 ? out.append("...").toString() : out.toString();
  }
}
