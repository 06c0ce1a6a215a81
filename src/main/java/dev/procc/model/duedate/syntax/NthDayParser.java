package dev.procc.model.duedate.syntax;

import dev.procc.model.calendar.Periods;
import java.util.List;

/// The parser of n-th days: `2nd last business day of month after period`.
abstract class NthDayParser extends DateTokenStream {
  /// The largest count.
  static final int MAX_COUNT = 9_999;

  NthDayParser(String text) {
    super(text);
  }

  /// Parses a date, as in `month of ...`.
  abstract DateExpression term();

  /// place = which , what , "of" , span
  DateExpression nthDay() {
    int ordinal = ordinal();
    DateExpression.DayKind dayKind = dayKind();
    if (isWord("of")) {
      advance();
      return new DateExpression.NthDay(ordinal, dayKind, span());
    }
    DateExpression.DateSide side = side();
    return beside(ordinal, dayKind, side);
  }

  /// side = [ "on" , "or" ] , ( "after" | "before" )
  private DateExpression.DateSide side() {
    boolean inclusive = isWord("on");
    if (inclusive) {
      advance();
      expect("or");
    }
    boolean after = isWord("after");
    if (!after && !isWord("before")) {
      throw expected(
          "of and a span, or after and a date, as in last business day of month",
          List.of("of", "after", "before"));
    }
    advance();
    return after
        ? inclusive ? DateExpression.DateSide.ON_OR_AFTER : DateExpression.DateSide.AFTER
        : inclusive ? DateExpression.DateSide.ON_OR_BEFORE : DateExpression.DateSide.BEFORE;
  }

  /// place = which , what , side , date; days and business days become offsets from the date.
  private DateExpression beside(
      int ordinal, DateExpression.DayKind dayKind, DateExpression.DateSide side) {
    if (ordinal < -1 || ordinal < 0 && side.isAfter()) {
      throw error("There is no last day after a date", "write first " + dayKind.text() + " after");
    }
    int n = Math.abs(ordinal);
    DateExpression date = term();
    if (isSymbol('+') || isSymbol('-')) {
      String place = DateExpressionWriter.nthText(n) + " " + dayKind.text() + " " + side.text();
      String more = text.substring(lexer.from).strip();
      throw error(
          "It is not clear what \"" + lexer.symbol + "\" moves: write parentheses",
          "write "
              + (place + " (" + date.canonical() + " " + more + "), or (")
              + (place + " " + date.canonical() + ") " + more));
    }
    if (dayKind.weekday() >= 0) {
      return new DateExpression.WeekdayBeside(n, dayKind, side, date);
    }
    DateExpression.OffsetUnit unit =
        dayKind == DateExpression.DayKind.DAY
            ? DateExpression.OffsetUnit.DAY
            : DateExpression.OffsetUnit.BUSINESS_DAY;
    boolean back = !side.isAfter();
    if (!side.isInclusive()) {
      return new DateExpression.DateOffset(date, back, n, unit);
    }
    DateExpression first = new DateExpression.DateOffset(date, back, 0, unit);
    return n == 1 ? first : new DateExpression.DateOffset(first, back, n - 1, unit);
  }

  int ordinal() {
    if (isWord("last")) {
      advance();
      return -1;
    }
    int n = lexer.kind == Lexer.ORDINAL ? lexer.value : DateKeywords.ordinal(lexer.word);
    if (n == 0 || n > MAX_COUNT) {
      throw n == 0
          ? error(
              DateCodes.NO_SUCH_DAY_NUMBER,
              "There is no " + quoted() + ": counting begins with first")
          : error(DateCodes.COUNT_TOO_LARGE, quoted() + " is more than 9999, the largest count");
    }
    advance();
    if (isWord("to")) {
      advance();
      expect("last");
      return -n;
    }
    if (isWord("last")) {
      advance();
      return -n;
    }
    return n;
  }

  DateExpression.DayKind dayKind() {
    if (isWord("workday") || isWord("bd")) {
      advance();
      return DateExpression.DayKind.BUSINESS_DAY;
    }
    if (isWord("business") || isWord("working")) {
      advance();
      expect("day");
      return DateExpression.DayKind.BUSINESS_DAY;
    }
    DateExpression.DayKind dayKind =
        lexer.kind == Lexer.WORD ? DateKeywords.dayKind(lexer.word) : null;
    if (dayKind == null) {
      throw expected("business day, day or a weekday", DateKeywords.DAY_KIND);
    }
    advance();
    return dayKind;
  }

  DateExpression.DaySpan span() {
    boolean the = isWord("the");
    if (the) {
      advance();
    }
    if (!the && (lexer.kind == Lexer.KEY || lexer.kind == Lexer.NUMBER)) {
      return ofPeriodKey();
    }
    int shift = isWord("next") ? 1 : isWord("previous") ? -1 : 0;
    if (shift != 0) {
      advance();
    }
    if (isWord("period")) {
      advance();
      return new DateExpression.DaySpan.WithinPeriod(shift);
    }
    DateExpression.SpanUnit unit =
        lexer.kind == Lexer.WORD ? DateKeywords.spanUnit(lexer.word) : null;
    if (unit == null) {
      throw expected(
          shift == 0
              ? "a span: month, quarter, year, period or 2026-04"
              : "month, quarter, year or period",
          shift == 0 ? DateKeywords.SPAN : DateKeywords.SPAN_UNIT);
    }
    advance();
    if (shift == 0 && (isWord("after") || isWord("before"))) {
      return nextToPeriod(unit);
    }
    if (!isWord("of")) {
      return new DateExpression.DaySpan.ContainingDate(unit, shift, null);
    }
    advance();
    return new DateExpression.DaySpan.ContainingDate(unit, shift, term());
  }

  DateExpression.DaySpan nextToPeriod(DateExpression.SpanUnit unit) {
    boolean after = isWord("after");
    if (unit == DateExpression.SpanUnit.YEAR) {
      throw error(
          "A month or a quarter stands before \"" + lexer.word + " period\", not a year",
          "write " + (after ? "next" : "previous") + " year");
    }
    advance();
    expect("period");
    return new DateExpression.DaySpan.NextToPeriod(unit, after);
  }

  DateExpression.DaySpan ofPeriodKey() {
    String lexeme = lexer.lexeme();
    String key = Periods.canonical(lexeme);
    if (key == null) {
      throw error(quoted() + " is not a period", "known forms: " + Periods.FORMS);
    }
    if (!key.startsWith("FY")) {
      String problem = Periods.find(key, null).problem();
      if (problem != null) {
        throw error(problem, "known forms: " + Periods.FORMS);
      }
    }
    advance();
    return new DateExpression.DaySpan.OfPeriodKey(key);
  }
}
