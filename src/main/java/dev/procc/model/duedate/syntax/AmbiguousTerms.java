package dev.procc.model.duedate.syntax;

import dev.procc.base.text.Plural;
import java.util.List;

/// Words people write elsewhere that mean two things here, or nothing: what to write instead.
final class AmbiguousTerms {
  private static final List<String> CLOCK = List.of("today", "now", "tomorrow", "yesterday");

  private AmbiguousTerms() {}

  /// The fault of a word that begins no date. The lexer stands on it.
  static DateTokenStream.DateSyntaxException error(Parser parser, Lexer lexer) {
    String word = lexer.word;
    int from = lexer.from;
    int to = lexer.to;
    if (word.equals("d")) {
      return ambiguousDays(parser, lexer, from);
    }
    if (word.equals("due")) {
      return new DateTokenStream.DateSyntaxException(
          ExpressionFinding.of(
                  DateCodes.UNKNOWN_REFERENCE,
                  from,
                  to,
                  "\"due\" alone does not say whose due date it is")
              .withHint("write dueDate for this task's own, process.due for the process's")
              .withSuggestion("write dueDate", "dueDate")
              .withSuggestion("write process.due", "process.due"));
    }
    if (CLOCK.contains(word)) {
      return new DateTokenStream.DateSyntaxException(
          ExpressionFinding.of(
                  DateCodes.AMBIGUOUS_SHORTHAND,
                  from,
                  to,
                  parser.quoted() + " would depend on the clock: dates follow from the files alone")
              .withHint("write start, period.end or a date")
              .withSuggestion("write start", "start"));
    }
    String last = spanBoundaryPhrase(word);
    if (!last.isEmpty()) {
      return new DateTokenStream.DateSyntaxException(
          ExpressionFinding.of(
                  DateCodes.AMBIGUOUS_SHORTHAND,
                  from,
                  to,
                  parser.quoted() + " could be a calendar day or a business day")
              .withHint("write " + last + ", or " + last.replace("day", "business day"))
              .withSuggestion("write " + last, last)
              .withSuggestion(
                  "write " + last.replace("day", "business day"),
                  last.replace("day", "business day")));
    }
    if (word.equals("business") || word.equals("workday") || word.equals("day")) {
      return new DateTokenStream.DateSyntaxException(
          ExpressionFinding.of(
                  DateCodes.SYNTAX, from, to, "A date does not begin with " + parser.quoted())
              .withHint("write WD5 for the 5th business day after the period"));
    }
    return parser.unexpected(
        "Unexpected " + parser.quoted() + ": a date was expected", DateKeywords.TERM_START);
  }

  /// `D+3`: a calendar day to some, a business day to others.
  private static DateTokenStream.DateSyntaxException ambiguousDays(
      Parser parser, Lexer lexer, int from) {
    parser.advance();
    boolean back = parser.isSymbol('-');
    if (back || parser.isSymbol('+')) {
      parser.advance();
    }
    boolean number = lexer.kind == Lexer.NUMBER;
    int n = number ? lexer.value : 0;
    int to = number ? lexer.to : from + 1;
    String business = "WD" + (back ? "-" : "") + n;
    String calendar = "start " + (back ? "- " : "+ ") + Plural.of(n, "day");
    String shown = Parser.abbreviate(parser.text.substring(from, to));
    ExpressionFinding fault =
        ExpressionFinding.of(
            DateCodes.AMBIGUOUS_SHORTHAND,
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
    return new DateTokenStream.DateSyntaxException(
        number
            ? fault
                .withHint("write " + business + " or " + calendar)
                .withSuggestion("write " + business, business)
                .withSuggestion("write " + calendar, calendar)
            : fault);
  }

  /// BD0 and BD-n: the schedule has no days before its first.
  static ExpressionFinding noBusinessDay(String text, int from, int to, boolean back, int n) {
    String written = Parser.abbreviate(text.substring(from, to));
    String instead = back && n > 0 ? "WD-" + n : "BD1";
    return ExpressionFinding.of(
            DateCodes.NO_SUCH_DAY_NUMBER,
            from,
            to,
            "There is no " + written + ": the schedule's business days begin with BD1")
        .withHint("write " + instead)
        .withSuggestion("write " + instead, instead);
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

  private static String spanBoundaryPhrase(String word) {
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
