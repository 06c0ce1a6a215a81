package dev.procc.model.duedate;

import dev.procc.model.calendar.Days;
import java.util.ArrayList;
import java.util.List;

/// Reads one text by recursive descent, one token ahead. It stops at the first fault; it never
/// throws.
final class Parser extends PlaceParser {
  /// The longest text it reads.
  static final int MAX_LENGTH = 1_000;

  private static final int MAX_DEPTH = 64;

  private final List<Parsed.Node> nodes = new ArrayList<>(4);
  private int depth;

  private Parser(String text) {
    super(text);
  }

  static Parsed parse(String text) {
    if (text.length() > MAX_LENGTH) {
      Fault fault =
          Fault.of(
              DateCodes.SYNTAX,
              0,
              text.length(),
              "A date expression of " + text.length() + " characters; at most 1,000 are read");
      return new Parsed(text, null, List.of(fault), List.of());
    }
    Parser parser = new Parser(text);
    try {
      parser.at.next();
      Due due = parser.due();
      return new Parsed(text, due, List.of(), List.copyOf(parser.nodes));
    } catch (Stop stop) {
      return new Parsed(text, null, List.of(stop.fault), List.of());
    }
  }

  // ---- due = expr , [ [","] , roll ] | "none"

  private Due due() {
    if (isWord("none")) {
      take();
      if (at.kind != Lexer.END) {
        throw stop("\"none\" stands alone: it says that there is no date");
      }
      return Due.NONE;
    }
    Expr expr = expr();
    boolean comma = isSymbol(',');
    if (comma) {
      take();
    }
    if (at.kind == Lexer.END && !comma) {
      return new Due(expr, Roll.UNSAID);
    }
    Roll roll = roll(expr, comma);
    if (at.kind != Lexer.END) {
      throw stop("Unexpected " + quoted() + " after the date expression");
    }
    return new Due(expr, roll);
  }

  private Roll roll(Expr expr, boolean comma) {
    if (isWord("even")) {
      take();
      expect("on");
      expect("a");
      expect("day");
      expect("off");
      return Roll.KEEP;
    }
    if (!isWord("or")) {
      throw afterExpression(expr, comma);
    }
    take();
    boolean next = isWord("next");
    if (!next && !isWord("previous")) {
      throw expected("next or previous", List.of("next", "previous"));
    }
    take();
    if (isWord("workday")) {
      take();
    } else {
      expect("business");
      expect("day");
    }
    if (!isWord("in")) {
      return next ? Roll.NEXT : Roll.PREVIOUS;
    }
    take();
    expect("the");
    expect("month");
    return next ? Roll.NEXT_IN_MONTH : Roll.PREVIOUS_IN_MONTH;
  }

  private Stop afterExpression(Expr expr, boolean comma) {
    if (isWord("of") && (expr instanceof Expr.Workday || expr instanceof Expr.BusinessDay)) {
      int n = expr instanceof Expr.Workday w ? w.n() : ((Expr.BusinessDay) expr).n();
      String place = Canonical.which(n == 0 ? -1 : n) + " business day of";
      return new Stop(
          Fault.of(
                  DateCodes.SYNTAX,
                  0,
                  at.to,
                  expr.canonical()
                      + " has a fixed anchor; write \""
                      + place
                      + " ...\" to count inside a month or period")
              .offering("write " + place, place));
    }
    if (at.kind == Lexer.WORD && Words.unit(at.word) != null && !comma) {
      return stop("Unexpected " + quoted() + ": a unit follows a count, as in start + 3 days");
    }
    if (at.kind == Lexer.NUMBER && !comma) {
      return stop("Unexpected " + quoted() + ": a step needs + or -, as in start + 3 days");
    }
    return unexpected(
        "Unexpected " + quoted() + (comma ? " after the comma" : " after the date"), Words.AFTER);
  }

  // ---- expr = term , { ("+" | "-") , count , unit }

  private Expr expr() {
    int start = at.from;
    Expr left = term();
    while (isSymbol('+') || isSymbol('-')) {
      boolean back = at.symbol == '-';
      take();
      if (at.kind != Lexer.NUMBER) {
        throw stop(
            "A count and a unit follow \"" + (back ? "-" : "+") + "\", not " + quoted(),
            "write for example start + 3 days or start + 3bd");
      }
      int count = count();
      left = mark(new Expr.Step(left, back, count, unit()), start);
    }
    return left;
  }

  private int count() {
    if (at.value > MAX_COUNT) {
      throw stop(DateCodes.TOO_FAR, quoted() + " is more than 9999, the largest count");
    }
    int count = at.value;
    take();
    return count;
  }

  private Expr.Unit unit() {
    if (at.kind == Lexer.WORD) {
      if (isWord("business") || isWord("working") || isWord("calendar")) {
        boolean calendar = isWord("calendar");
        take();
        if (!isWord("day") && !isWord("days")) {
          throw expected("days", Words.DAY);
        }
        take();
        return calendar ? Expr.Unit.DAY : Expr.Unit.BUSINESS_DAY;
      }
      Expr.Unit unit = Words.unit(at.word);
      if (unit != null) {
        take();
        return unit;
      }
    }
    throw expected("a unit: bd, days, weeks, months, quarters or years", Words.UNIT);
  }

  // ---- term

  @Override
  Expr term() {
    if (++depth > MAX_DEPTH) {
      throw stop("A date expression nested deeper than " + MAX_DEPTH + " levels");
    }
    int start = at.from;
    Expr term =
        switch (at.kind) {
          case Lexer.DATE -> date();
          case Lexer.NUMBER -> prose(start);
          case Lexer.ORDINAL -> place();
          case Lexer.WORD -> named();
          case Lexer.KEY -> throw key();
          case Lexer.SYMBOL -> parenthesis();
          default -> throw noTerm();
        };
    depth--;
    return mark(term, start);
  }

  private Expr date() {
    int year = digits(0, 4);
    int month = digits(5, 2);
    int day = digits(8, 2);
    int found = Days.of(year, month, day);
    if (found == Days.NONE) {
      boolean range = year < 1970 || year > 2199;
      throw range
          ? stop(
              DateCodes.OUTSIDE_CALENDAR,
              quoted() + " is out of range: dates go from " + Days.YEARS)
          : stop(quoted() + " is not a date: there is no such day");
    }
    take();
    return new Expr.Day(Days.date(found));
  }

  private int digits(int offset, int length) {
    return Integer.parseInt(text, at.from + offset, at.from + offset + length, 10);
  }

  /// prose = count , unit , ("after" | "before") , term
  private Expr prose(int start) {
    int value = at.value;
    int count = count();
    if (at.kind == Lexer.BAD || isSymbol('.')) {
      throw new Stop(OtherDays.fault(text.substring(start), start, text.length()));
    }
    if (at.kind == Lexer.END || at.kind == Lexer.SYMBOL) {
      throw new Stop(
          Fault.of(DateCodes.SYNTAX, start, lastEnd, "\"" + value + "\" alone is not a date")
              .withHint("write WD" + value + " or " + value + " business days after start"));
    }
    Expr.Unit unit = unit();
    boolean back = isWord("before");
    if (!back && !isWord("after")) {
      throw expected("after or before", Words.SIDE);
    }
    take();
    return new Expr.Step(term(), back, count, unit);
  }

  private Expr parenthesis() {
    if (!isSymbol('(')) {
      throw noTerm();
    }
    take();
    Expr inside = expr();
    close();
    return inside;
  }

  private void close() {
    if (!isSymbol(')')) {
      throw stop(
          at.kind == Lexer.END
              ? "A closing parenthesis is missing"
              : "A closing parenthesis is missing before " + quoted());
    }
    take();
  }

  private Expr named() {
    return switch (at.word) {
      case "start" -> anchor(Expr.Anchor.Name.START);
      case "end" -> anchor(Expr.Anchor.Name.END);
      case "duedate" -> anchor(Expr.Anchor.Name.DUE_DATE);
      case "bd", "wd", "t" -> number();
      case "task", "group" -> reference();
      case "process", "period", "parent", "assignee" -> dotted();
      case "previous" -> dotted();
      case "first", "second", "third", "fourth", "fifth", "last" -> place();
      case "earliest", "min", "latest", "max", "clamp" -> call();
      default -> throw Shorthands.stop(this, at);
    };
  }

  private Expr anchor(Expr.Anchor.Name name) {
    take();
    return new Expr.Anchor(name);
  }

  /// number = ( "BD" | "WD" | "T" ) , [ "+" | "-" ] , count
  private Expr number() {
    int start = at.from;
    String word = at.lexeme();
    boolean business = isWord("bd");
    take();
    boolean back = isSymbol('-');
    if (back || isSymbol('+')) {
      take();
    }
    if (at.kind != Lexer.NUMBER) {
      throw stop("A number follows \"" + word + "\", as in " + (business ? "BD5" : "WD5"));
    }
    int n = count();
    if (business && (back || n == 0)) {
      throw new Stop(Shorthands.noBusinessDay(text, start, lastEnd, back, n));
    }
    return business ? new Expr.BusinessDay(n) : new Expr.Workday(back ? -n : n);
  }

  /// ( "task" | "group" ) , "(" , path , ")" , "." , ( field | "done" )
  private Expr reference() {
    boolean group = isWord("group");
    String name = at.word;
    take();
    if (!isSymbol('(')) {
      throw stop("A key in parentheses follows \"" + name + "\", as in " + name + "(recon-ar).due");
    }
    at.path();
    String path = at.lexeme();
    if (at.kind == Lexer.BAD || path.isEmpty()) {
      throw stop(
          path.isEmpty()
              ? "The key of a " + name + " is missing between the parentheses"
              : quoted() + " is not the key or path of a " + name);
    }
    take();
    close();
    if (!isSymbol('.')) {
      throw stop("Which date of " + name + "(" + path + "): write .due, .approverDue or .done");
    }
    take();
    Expr.Reference.Field field =
        switch (at.word) {
          case "due" -> Expr.Reference.Field.DUE;
          case "approverdue" -> Expr.Reference.Field.APPROVER_DUE;
          case "done" -> Expr.Reference.Field.DONE;
          case "start" -> Expr.Reference.Field.START;
          default -> throw expected("due, approverDue, done or start", Words.NODE_FIELD);
        };
    if (group && field == Expr.Reference.Field.APPROVER_DUE) {
      throw stop("A group has no approval; write .due or .done");
    }
    take();
    return new Expr.Reference(group, path, field);
  }

  /// ( "process" | "period" ) , "." , field | ( "parent" | "previous" ) , ".due"
  private Expr dotted() {
    int start = at.from;
    String owner = at.word;
    take();
    if (!isSymbol('.')) {
      throw stop(
          "A date of \"" + owner + "\" is missing: " + Shorthands.fieldsOf(owner) + " exist");
    }
    take();
    String field = at.word;
    Expr.Anchor.Name name =
        switch (owner + "." + field) {
          case "process.start" -> Expr.Anchor.Name.START;
          case "process.end" -> Expr.Anchor.Name.END;
          case "process.due" -> Expr.Anchor.Name.PROCESS_DUE;
          case "period.start" -> Expr.Anchor.Name.PERIOD_START;
          case "period.end" -> Expr.Anchor.Name.PERIOD_END;
          case "parent.due" -> Expr.Anchor.Name.PARENT_DUE;
          case "previous.due" -> Expr.Anchor.Name.PREVIOUS_DUE;
          case "assignee.due" -> Expr.Anchor.Name.DUE_DATE;
          default ->
              throw new Stop(
                  Fault.of(
                          DateCodes.UNKNOWN,
                          start,
                          at.to,
                          "\"" + shown(text.substring(start, at.to)) + "\" is not a date")
                      .withHint("known: " + Shorthands.fieldsOf(owner)));
        };
    take();
    return new Expr.Anchor(name);
  }

  /// ("earliest" | ...) , "(" , expr , { "," , expr } , ")"
  private Expr call() {
    int start = at.from;
    String name = at.word;
    take();
    if (!isSymbol('(')) {
      throw stop("Dates in parentheses follow \"" + name + "\", as in " + name + "(WD5, end)");
    }
    List<Expr> items = new ArrayList<>();
    do {
      take();
      items.add(expr());
    } while (isSymbol(','));
    close();
    if (!name.equals("clamp")) {
      return new Expr.Pick(name.equals("latest") || name.equals("max"), items);
    }
    if (items.size() != 3) {
      throw new Stop(
          Fault.of(
              DateCodes.SYNTAX,
              start,
              lastEnd,
              "clamp takes a date and two bounds, not "
                  + items.size()
                  + ": clamp(start + 2 weeks, WD1, WD5)"));
    }
    return new Expr.Clamp(items.get(0), items.get(1), items.get(2));
  }

  private Stop key() {
    String key = at.lexeme();
    return new Stop(
        Fault.of(DateCodes.SYNTAX, at.from, at.to, "\"" + shown(key) + "\" is a span, not a day")
            .withHint("write last business day of " + key)
            .offering("write last business day of " + key, "last business day of " + key));
  }

  private Stop noTerm() {
    if (at.kind == Lexer.END) {
      return stop(
          text.isBlank() ? "The date is empty" : "A date is missing at the end",
          "write a date, WDn, start, end, task(x).due, or none");
    }
    if (at.kind == Lexer.BAD && at.to - at.from > 1) {
      return new Stop(OtherDays.fault(text.substring(at.from, at.to), at.from, at.to));
    }
    return stop("A date was expected, not " + quoted());
  }

  private Expr mark(Expr expr, int start) {
    nodes.add(new Parsed.Node(expr, start, lastEnd));
    return expr;
  }
}
