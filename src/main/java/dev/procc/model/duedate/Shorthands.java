package dev.procc.model.duedate;

import java.util.List;

/// Words people write elsewhere that mean two things here, or nothing: what to write instead.
final class Shorthands {
  private static final List<String> CLOCK = List.of("today", "now", "tomorrow", "yesterday");

  private Shorthands() {}

  /// The fault of a word that begins no date. The lexer stands on it.
  static Tokens.Stop stop(Parser parser, Lexer at) {
    String word = at.word;
    int from = at.from;
    int to = at.to;
    if (word.equals("d")) {
      return days(parser, at, from);
    }
    if (word.equals("due")) {
      return new Tokens.Stop(
          Fault.of(DateCodes.UNKNOWN, from, to, "\"due\" alone does not say whose due date it is")
              .withHint("write dueDate for this task's own, process.due for the process's")
              .offering("write dueDate", "dueDate")
              .offering("write process.due", "process.due"));
    }
    if (CLOCK.contains(word)) {
      return new Tokens.Stop(
          Fault.of(
                  DateCodes.SHORTHAND,
                  from,
                  to,
                  parser.quoted() + " would depend on the clock: dates follow from the files alone")
              .withHint("write start, period.end or a date")
              .offering("write start", "start"));
    }
    String last = ofEnd(word);
    if (!last.isEmpty()) {
      return new Tokens.Stop(
          Fault.of(
                  DateCodes.SHORTHAND,
                  from,
                  to,
                  parser.quoted() + " could be a calendar day or a business day")
              .withHint("write " + last + ", or " + last.replace("day", "business day"))
              .offering("write " + last, last)
              .offering(
                  "write " + last.replace("day", "business day"),
                  last.replace("day", "business day")));
    }
    if (word.equals("business") || word.equals("workday") || word.equals("day")) {
      return new Tokens.Stop(
          Fault.of(DateCodes.SYNTAX, from, to, "A date does not begin with " + parser.quoted())
              .withHint("write WD5 for the 5th business day after the period"));
    }
    return parser.unexpected("Unexpected " + parser.quoted() + ": a date was expected", Words.TERM);
  }

  /// `D+3`: a calendar day to some, a business day to others.
  private static Tokens.Stop days(Parser parser, Lexer at, int from) {
    parser.take();
    boolean back = parser.isSymbol('-');
    if (back || parser.isSymbol('+')) {
      parser.take();
    }
    boolean number = at.kind == Lexer.NUMBER;
    int n = number ? at.value : 0;
    int to = number ? at.to : from + 1;
    String business = "WD" + (back ? "-" : "") + n;
    String calendar = "start " + (back ? "- " : "+ ") + n + (n == 1 ? " day" : " days");
    String shown = Parser.shown(parser.text.substring(from, to));
    Fault fault =
        Fault.of(
            DateCodes.SHORTHAND,
            from,
            to,
            number
                ? "\""
                    + shown
                    + "\" could be business days or calendar days: write "
                    + business
                    + " for business days or "
                    + calendar
                    + " for calendar days"
                : "\"" + shown + "\" is not a date: write WDn or start + n days");
    return new Tokens.Stop(
        number
            ? fault
                .withHint("write " + business + " or " + calendar)
                .offering("write " + business, business)
                .offering("write " + calendar, calendar)
            : fault);
  }

  /// BD0 and BD-n: the schedule has no days before its first.
  static Fault noBusinessDay(String text, int from, int to, boolean back, int n) {
    String written = Parser.shown(text.substring(from, to));
    String instead = back && n > 0 ? "WD-" + n : "BD1";
    return Fault.of(
            DateCodes.NO_SUCH_NUMBER,
            from,
            to,
            "There is no " + written + ": the schedule's business days begin with BD1")
        .withHint("write " + instead)
        .offering("write " + instead, instead);
  }

  static String fieldsOf(String owner) {
    return switch (owner) {
      case "process" -> "process.start, process.end, process.due";
      case "period" -> "period.start, period.end";
      case "parent" -> "parent.due";
      case "previous" -> "previous.due";
      default -> "dueDate";
    };
  }

  private static String ofEnd(String word) {
    return switch (word) {
      case "eom", "monthend" -> "last day of month";
      case "eoq", "quarterend" -> "last day of quarter";
      case "eoy", "yearend" -> "last day of year";
      case "bom", "som" -> "first day of month";
      case "boq", "soq" -> "first day of quarter";
      case "boy", "soy" -> "first day of year";
      default -> "";
    };
  }
}
