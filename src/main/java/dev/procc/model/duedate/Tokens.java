package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Spelling;
import java.util.List;

/// A text, one token ahead, and the faults that may be found at a token.
class Tokens {
  final String text;
  final Lexer at;

  /// Where the last token taken ends.
  int lastEnd;

  Tokens(String text) {
    this.text = text;
    at = new Lexer(text);
  }

  boolean isWord(String word) {
    return at.kind == Lexer.WORD && at.word.equals(word);
  }

  boolean isSymbol(char symbol) {
    return at.kind == Lexer.SYMBOL && at.symbol == symbol;
  }

  void take() {
    lastEnd = at.to;
    at.next();
  }

  /// The end of reading, with its reason.
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Fault fault;

    Stop(Fault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }
  }

  void expect(String word) {
    if (!isWord(word)) {
      throw expected("\"" + word + "\"", List.of(word));
    }
    take();
  }

  Stop expected(String what, List<String> words) {
    return at.kind == Lexer.END
        ? stop("The date ends too early: " + what + " is missing")
        : unexpected("Unexpected " + quoted() + ": " + what + " was expected", words);
  }

  /// A fault at this token, with the nearest of the words that may stand here.
  Stop unexpected(String message, List<String> words) {
    Fault fault = Fault.of(DateCodes.SYNTAX, at.from, at.to, message);
    String near = at.kind == Lexer.WORD ? Spelling.nearest(at.lexeme(), words).orElse(null) : null;
    return new Stop(
        near == null
            ? fault
            : fault.withHint("did you mean \"" + near + "\"?").offering("write " + near, near));
  }

  Stop stop(String message) {
    return stop(DateCodes.SYNTAX, message);
  }

  Stop stop(String message, String hint) {
    return new Stop(Fault.of(DateCodes.SYNTAX, at.from, at.to, message).withHint(hint));
  }

  Stop stop(Code code, String message) {
    return new Stop(Fault.of(code, at.from, at.to, message));
  }

  /// The token, quoted for a message.
  String quoted() {
    return at.kind == Lexer.END ? "the end" : "\"" + shown(at.lexeme()) + "\"";
  }

  /// At most 40 characters, none of them a control character.
  static String shown(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && i < 40; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.length() > 40 ? out.append("...").toString() : out.toString();
  }
}
