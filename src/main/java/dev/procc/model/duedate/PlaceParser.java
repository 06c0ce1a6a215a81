package dev.procc.model.duedate;

import dev.procc.model.calendar.Periods;
import java.util.List;

/// Reads places: `2nd last business day of month after period`.
abstract class PlaceParser extends Tokens {
  /// The largest count.
  static final int MAX_COUNT = 9_999;

  PlaceParser(String text) {
    super(text);
  }

  /// A date, for `month of ...`.
  abstract Expr term();

  /// place = which , what , "of" , span
  Expr place() {
    int which = which();
    Expr.What what = what();
    if (!isWord("of")) {
      throw expected("of and a span, as in last business day of month", List.of("of"));
    }
    take();
    return new Expr.Place(which, what, where());
  }

  int which() {
    if (isWord("last")) {
      take();
      return -1;
    }
    int n = at.kind == Lexer.ORDINAL ? at.value : Words.ordinal(at.word);
    if (n == 0 || n > MAX_COUNT) {
      throw n == 0
          ? stop(
              DateCodes.NO_SUCH_NUMBER, "There is no " + quoted() + ": counting begins with first")
          : stop(DateCodes.TOO_FAR, quoted() + " is more than 9999, the largest count");
    }
    take();
    if (isWord("to")) {
      take();
      expect("last");
      return -n;
    }
    if (isWord("last")) {
      take();
      return -n;
    }
    return n;
  }

  Expr.What what() {
    if (isWord("workday") || isWord("bd")) {
      take();
      return Expr.What.BUSINESS_DAY;
    }
    if (isWord("business") || isWord("working")) {
      take();
      expect("day");
      return Expr.What.BUSINESS_DAY;
    }
    Expr.What what = at.kind == Lexer.WORD ? Words.what(at.word) : null;
    if (what == null) {
      throw expected("business day, day or a weekday", Words.WHAT);
    }
    take();
    return what;
  }

  Expr.Where where() {
    boolean the = isWord("the");
    if (the) {
      take();
    }
    if (isWord("period")) {
      take();
      return new Expr.Where.InPeriod();
    }
    if (!the && (at.kind == Lexer.KEY || at.kind == Lexer.NUMBER)) {
      return keyed();
    }
    int shift = isWord("next") ? 1 : isWord("previous") ? -1 : 0;
    if (shift != 0) {
      take();
    }
    Expr.Stretch stretch = at.kind == Lexer.WORD ? Words.stretch(at.word) : null;
    if (stretch == null) {
      throw expected(
          shift == 0 ? "a span: month, quarter, year, period or 2026-04" : "month, quarter or year",
          shift == 0 ? Words.SPAN : Words.STRETCH);
    }
    take();
    if (shift == 0 && (isWord("after") || isWord("before"))) {
      return beside(stretch);
    }
    if (!isWord("of")) {
      return new Expr.Where.Around(stretch, shift, null);
    }
    take();
    return new Expr.Where.Around(stretch, shift, term());
  }

  Expr.Where beside(Expr.Stretch stretch) {
    boolean after = isWord("after");
    if (stretch == Expr.Stretch.YEAR) {
      throw stop(
          "A month or a quarter stands before \"" + at.word + " period\", not a year",
          "write " + (after ? "next" : "previous") + " year");
    }
    take();
    expect("period");
    return new Expr.Where.Beside(stretch, after);
  }

  Expr.Where keyed() {
    String lexeme = at.lexeme();
    String key = Periods.canonical(lexeme);
    if (key == null) {
      throw stop(quoted() + " is not a period", "known forms: " + Periods.FORMS);
    }
    if (!key.startsWith("FY")) {
      String problem = Periods.find(key, null).problem();
      if (problem != null) {
        throw stop(problem, "known forms: " + Periods.FORMS);
      }
    }
    take();
    return new Expr.Where.Keyed(key);
  }
}
