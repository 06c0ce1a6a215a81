package dev.procc.model.duedate.syntax;

import dev.procc.model.calendar.EpochDays;
import java.util.ArrayList;
import java.util.List;

/// A recursive descent parser of date expressions with one token of lookahead. It stops at the
/// first error and never throws.
public final class Parser extends NamedDateParser {
  /// The longest text that is parsed.
  static final int MAX_LENGTH = 1_000;

  private static final int MAX_DEPTH = 64;

  private final List<ParsedDate.ExpressionPosition> nodes = new ArrayList<>(4);
  private int depth;

  private Parser(String text) {
    super(text);
  }

  static ParsedDate parse(String text) {
    if (text.length() > MAX_LENGTH) {
      ExpressionFinding fault =
          ExpressionFinding.of(
              DateCodes.SYNTAX,
              0,
              text.length(),
              "A date expression of " + text.length() + " characters; at most 1,000 are read");
      return new ParsedDate(text, null, List.of(fault), List.of());
    }
    Parser parser = new Parser(text);
    try {
      DateSpec due = parser.read();
      return new ParsedDate(text, due, List.of(), List.copyOf(parser.nodes));
    } catch (DateSyntaxException stop) {
      return new ParsedDate(text, null, List.of(stop.finding), List.of());
    }
  }

  /// Whether a text is a valid date as it is.
  static boolean isDate(String text) {
    try {
      new Parser(text).read();
      return text.length() <= MAX_LENGTH;
    } catch (DateSyntaxException stop) {
      return false;
    }
  }

  private DateSpec read() {
    lexer.next();
    return dateSpec();
  }

  // ---- due = expr , [ [","] , roll ] | "none"

  private DateSpec dateSpec() {
    if (isWord("none")) {
      advance();
      if (lexer.kind != Lexer.END) {
        throw error("\"none\" stands alone: it says that there is no date");
      }
      return DateSpec.NONE;
    }
    DateExpression expr = expr();
    boolean comma = isSymbol(',');
    if (comma) {
      advance();
    }
    if (lexer.kind == Lexer.END && !comma) {
      return new DateSpec(expr, Roll.UNSPECIFIED);
    }
    Roll roll = roll(expr, comma);
    if (lexer.kind != Lexer.END) {
      throw error("Unexpected " + quoted() + " after the date expression");
    }
    return new DateSpec(expr, roll);
  }

  private Roll roll(DateExpression expr, boolean comma) {
    if (isWord("even")) {
      advance();
      expect("on");
      expect("a");
      expect("day");
      expect("off");
      return Roll.KEEP;
    }
    if (!isWord("or")) {
      throw afterExpression(expr, comma);
    }
    advance();
    boolean next = isWord("next");
    if (!next && !isWord("previous")) {
      throw expected("next or previous", List.of("next", "previous"));
    }
    advance();
    if (isWord("workday")) {
      advance();
    } else {
      expect("business");
      expect("day");
    }
    if (!isWord("in")) {
      return next ? Roll.NEXT : Roll.PREVIOUS;
    }
    advance();
    expect("the");
    expect("month");
    return next ? Roll.NEXT_IN_MONTH : Roll.PREVIOUS_IN_MONTH;
  }

  private DateSyntaxException afterExpression(DateExpression expr, boolean comma) {
    if (isWord("of")
        && (expr instanceof DateExpression.WorkdayNumber
            || expr instanceof DateExpression.BusinessDayNumber)) {
      int n =
          expr instanceof DateExpression.WorkdayNumber w
              ? w.n()
              : ((DateExpression.BusinessDayNumber) expr).n();
      String place = DateExpressionWriter.nthText(n == 0 ? -1 : n) + " business day of";
      return new DateSyntaxException(
          ExpressionFinding.of(
                  DateCodes.SYNTAX,
                  0,
                  lexer.to,
                  expr.canonical()
                      + " has a fixed anchor; write \""
                      + place
                      + " ...\" to count inside a month or period")
              .withSuggestion("write " + place, place));
    }
    if (lexer.kind == Lexer.WORD && DateKeywords.unit(lexer.word) != null && !comma) {
      return unitWithoutCount(expr);
    }
    if (lexer.kind == Lexer.NUMBER && !comma) {
      return error("Unexpected " + quoted() + ": a step needs + or -, as in start + 3 days");
    }
    if (lexer.kind == Lexer.END) {
      return unexpected("The date ends after its comma", DateKeywords.AFTER_EXPRESSION);
    }
    String message = "Unexpected " + quoted() + (comma ? " after the comma" : " after the date");
    return lexer.kind == Lexer.WORD && isLetterO(lexer.lexeme())
        ? error(message, "a zero is written 0, not with the letter O")
        : unexpected(message, DateKeywords.AFTER_EXPRESSION);
  }

  private static boolean isLetterO(String word) {
    return word.equals("O") || word.equals("o");
  }

  private DateSyntaxException unitWithoutCount(DateExpression expr) {
    boolean numbered =
        expr instanceof DateExpression.WorkdayNumber
            || expr instanceof DateExpression.BusinessDayNumber;
    if (!numbered) {
      return error("Unexpected " + quoted() + ": a unit follows a count, as in start + 3 days");
    }
    String day = expr.canonical();
    return new DateSyntaxException(
        ExpressionFinding.of(
                DateCodes.SYNTAX,
                0,
                lexer.to,
                "Unexpected " + quoted() + ": " + day + " counts business days by itself")
            .withHint("write " + day)
            .withSuggestion("write " + day, day));
  }

  // ---- expr = term , { ("+" | "-") , count , unit }

  private DateExpression expr() {
    int start = lexer.from;
    DateExpression left = term();
    while (isSymbol('+') || isSymbol('-')) {
      boolean back = lexer.symbol == '-';
      advance();
      if (lexer.kind != Lexer.NUMBER) {
        throw error(
            "A count and a unit follow \"" + (back ? "-" : "+") + "\", not " + quoted(),
            "write for example start + 3 days or start + 3bd");
      }
      int count = count();
      if (lexer.kind == Lexer.END && start == 0) {
        throw AmbiguousTerms.countWithoutUnit(this);
      }
      left = withPosition(new DateExpression.DateOffset(left, back, count, unit()), start);
    }
    return left;
  }

  private DateExpression.OffsetUnit unit() {
    if (lexer.kind == Lexer.WORD) {
      if (isWord("business") || isWord("working") || isWord("calendar")) {
        boolean calendar = isWord("calendar");
        advance();
        if (!isWord("day") && !isWord("days")) {
          throw expected("days", DateKeywords.DAY);
        }
        advance();
        return calendar ? DateExpression.OffsetUnit.DAY : DateExpression.OffsetUnit.BUSINESS_DAY;
      }
      DateExpression.OffsetUnit unit = DateKeywords.unit(lexer.word);
      if (unit != null) {
        advance();
        return unit;
      }
    }
    throw expected("a unit: bd, days, weeks, months, quarters or years", DateKeywords.UNIT);
  }

  // ---- term

  @Override
  DateExpression term() {
    if (++depth > MAX_DEPTH) {
      throw error("A date expression nested deeper than " + MAX_DEPTH + " levels");
    }
    int start = lexer.from;
    DateExpression term =
        switch (lexer.kind) {
          case Lexer.DATE -> date();
          case Lexer.NUMBER -> prose(start);
          case Lexer.ORDINAL -> nthDay();
          case Lexer.WORD -> named();
          case Lexer.KEY -> throw keyIsNoDay();
          case Lexer.SYMBOL -> parenthesis();
          default -> throw dateExpected();
        };
    depth--;
    return withPosition(term, start);
  }

  /// What can be meant by a day after the last one of its month, or of no month.
  private static String lastDay(int year, int month) {
    if (month < 1 || month > 12) {
      return "a date is year-month-day, its month 01 to 12";
    }
    int day = 31;
    while (EpochDays.of(year, month, day) == EpochDays.NONE) {
      day--;
    }
    return "the last day of that month is " + EpochDays.toDate(EpochDays.of(year, month, day));
  }

  private DateExpression date() {
    int year = digits(0, 4);
    int month = digits(5, 2);
    int day = digits(8, 2);
    int found = EpochDays.of(year, month, day);
    if (found == EpochDays.NONE) {
      boolean range = year < 1970 || year > 2199;
      throw range
          ? error(
              DateCodes.OUTSIDE_CALENDAR,
              quoted() + " is out of range: dates go from " + EpochDays.SUPPORTED_YEARS)
          : error(quoted() + " is not a date: there is no such day", lastDay(year, month));
    }
    advance();
    return new DateExpression.FixedDate(EpochDays.toDate(found));
  }

  private int digits(int offset, int length) {
    return Integer.parseInt(text, lexer.from + offset, lexer.from + offset + length, 10);
  }

  /// prose = count , unit , ("after" | "before") , term
  private DateExpression prose(int start) {
    int value = lexer.value;
    int count = count();
    if (lexer.kind == Lexer.BAD
        || isSymbol('.')
        || isSymbol('-') && ForeignDateFormats.isDay(text.substring(start))) {
      throw new DateSyntaxException(
          ForeignDateFormats.finding(text.substring(start), start, text.length()));
    }
    if (lexer.kind == Lexer.END || lexer.kind == Lexer.SYMBOL) {
      throw new DateSyntaxException(
          ExpressionFinding.of(
                  DateCodes.SYNTAX, start, lastEnd, "\"" + value + "\" alone is not a date")
              .withHint("write WD" + value + " or " + value + " business days after start"));
    }
    DateExpression.OffsetUnit unit = unit();
    boolean back = isWord("before");
    if (!back && !isWord("after")) {
      throw expected("after or before", DateKeywords.BEFORE_AFTER);
    }
    advance();
    return new DateExpression.DateOffset(term(), back, count, unit);
  }

  private DateExpression parenthesis() {
    if (!isSymbol('(')) {
      throw dateExpected();
    }
    advance();
    DateExpression inside = expr();
    close();
    return inside;
  }

  private DateExpression named() {
    return switch (lexer.word) {
      case "start" -> anchor(DateExpression.AnchorDate.AnchorName.START);
      case "end" -> anchor(DateExpression.AnchorDate.AnchorName.END);
      case "duedate" -> anchor(DateExpression.AnchorDate.AnchorName.DUE_DATE);
      case "bd", "wd", "t" -> number();
      case "task", "group" -> reference();
      case "process", "period", "parent", "assignee" -> dotted();
      case "previous" -> dotted();
      case "first", "second", "third", "fourth", "fifth", "last" -> nthDay();
      case "earliest", "min", "latest", "max", "clamp" -> call();
      default -> throw AmbiguousTerms.error(this);
    };
  }

  /// ("earliest" | ...) , "(" , expr , { "," , expr } , ")"
  private DateExpression call() {
    int start = lexer.from;
    String name = lexer.word;
    advance();
    if (!isSymbol('(')) {
      throw error("Dates in parentheses follow \"" + name + "\", as in " + name + "(WD5, end)");
    }
    List<DateExpression> items = new ArrayList<>();
    do {
      advance();
      items.add(expr());
    } while (isSymbol(','));
    close();
    if (!name.equals("clamp")) {
      return new DateExpression.EarliestOrLatest(
          name.equals("latest") || name.equals("max"), items);
    }
    if (items.size() != 3) {
      throw new DateSyntaxException(
          ExpressionFinding.of(
              DateCodes.SYNTAX,
              start,
              lastEnd,
              "clamp takes a date and two bounds, not "
                  + items.size()
                  + ": clamp(start + 2 weeks, WD1, WD5)"));
    }
    return new DateExpression.Clamp(items.get(0), items.get(1), items.get(2));
  }

  private DateSyntaxException dateExpected() {
    if (lexer.kind == Lexer.END) {
      return error(
          text.isBlank() ? "The date is empty" : "A date is missing at the end",
          "write a date, WDn, start, end, task(x).due, or none");
    }
    if (lexer.kind == Lexer.BAD && lexer.to - lexer.from > 1) {
      return new DateSyntaxException(
          ForeignDateFormats.finding(text.substring(lexer.from, lexer.to), lexer.from, lexer.to));
    }
    return error("A date was expected, not " + quoted());
  }

  private DateExpression withPosition(DateExpression expr, int start) {
    nodes.add(new ParsedDate.ExpressionPosition(expr, start, lastEnd));
    return expr;
  }
}
