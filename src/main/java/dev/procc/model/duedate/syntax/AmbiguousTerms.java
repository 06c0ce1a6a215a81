package dev.procc.model.duedate.syntax;

import dev.procc.base.finding.Code;
import dev.procc.base.text.Plural;
import java.util.List;

/// Terms from elsewhere that have two meanings here, or none, and what to write instead.
final class AmbiguousTerms {
  private static final List<String> CLOCK = List.of("today", "now", "tomorrow", "yesterday");

  private AmbiguousTerms() {}

  /// The error for the current token, which does not begin a date.
  static DateTokenStream.DateSyntaxException error(DateTokenStream tokens) {
    String word = tokens.lexer.word;
    if (word.equals("d")) {
      return ambiguousDays(tokens);
    }
    if (word.equals("due")) {
      return error(
          at(tokens, DateCodes.UNKNOWN_REFERENCE, "\"due\" alone does not say whose due date it is")
              .withHint("write dueDate for this task's own, process.due for the process's")
              .withSuggestion("write dueDate", "dueDate")
              .withSuggestion("write process.due", "process.due"));
    }
    if (CLOCK.contains(word)) {
      String message =
          tokens.quoted() + " would depend on the clock: dates follow from the files alone";
      return error(
          at(tokens, DateCodes.AMBIGUOUS_SHORTHAND, message)
              .withHint("write start, period.end or a date")
              .withSuggestion("write start", "start"));
    }
    String last = spanBoundaryPhrase(word);
    if (!last.isEmpty()) {
      String business = last.replace("day", "business day");
      String message = tokens.quoted() + " could be a calendar day or a business day";
      return error(
          at(tokens, DateCodes.AMBIGUOUS_SHORTHAND, message)
              .withHint("write " + last + ", or " + business)
              .withSuggestion("write " + last, last)
              .withSuggestion("write " + business, business));
    }
    if (word.equals("business") || word.equals("workday") || word.equals("day")) {
      return error(
          at(tokens, DateCodes.SYNTAX, "A date does not begin with " + tokens.quoted())
              .withHint("write WD5 for the 5th business day after the period"));
    }
    return noTerm(tokens);
  }

  /// The error for a token that begins no date, such as the key of a task alone.
  private static DateTokenStream.DateSyntaxException noTerm(DateTokenStream tokens) {
    DateTokenStream.DateSyntaxException unexpected =
        tokens.unexpected(
            "Unexpected " + tokens.quoted() + ": a date was expected", DateKeywords.TERM_START);
    String node = nodeBeforeField(tokens);
    return node.isEmpty() || unexpected.finding.hint() != null
        ? unexpected
        : error(
            at(tokens, DateCodes.SYNTAX, "A date does not begin with the key of a task or group")
                .withHint("write task(" + node + ").due, or group(" + node + ").due for a group"));
  }

  /// The text before `.due` or `.done` at the current token, `recon-ar.due`; empty if there is
  /// none.
  private static String nodeBeforeField(DateTokenStream tokens) {
    String rest = tokens.text.substring(tokens.lexer.from);
    int end = 0;
    while (end < rest.length() && "-_/".indexOf(rest.charAt(end)) >= 0
        || end < rest.length() && Character.isLetterOrDigit(rest.charAt(end))) {
      end++;
    }
    boolean isField = rest.startsWith(".due", end) || rest.startsWith(".done", end);
    return isField ? DateTokenStream.abbreviate(rest.substring(0, end)) : "";
  }

  private static ExpressionFinding at(DateTokenStream tokens, Code code, String message) {
    return ExpressionFinding.of(code, tokens.lexer.from, tokens.lexer.to, message);
  }

  private static DateTokenStream.DateSyntaxException error(ExpressionFinding finding) {
    return new DateTokenStream.DateSyntaxException(finding);
  }

  /// The error for `D+3`, which is calendar days to some and business days to others.
  private static DateTokenStream.DateSyntaxException ambiguousDays(DateTokenStream tokens) {
    Lexer lexer = tokens.lexer;
    int from = lexer.from;
    tokens.advance();
    boolean back = tokens.isSymbol('-');
    if (back || tokens.isSymbol('+')) {
      tokens.advance();
    }
    boolean number = lexer.kind == Lexer.NUMBER;
    int n = number ? lexer.value : 0;
    int to = number ? lexer.to : from + 1;
    String business = "WD" + (back ? "-" : "") + n;
    String calendar = "start " + (back ? "- " : "+ ") + Plural.of(n, "day");
    String shown = DateTokenStream.abbreviate(tokens.text.substring(from, to));
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
    return error(
        number
            ? fault
                .withHint("write " + business + " or " + calendar)
                .withSuggestion("write " + business, business)
                .withSuggestion("write " + calendar, calendar)
            : fault);
  }

  /// The error for `dueDate + 2`, which says no unit.
  static DateTokenStream.DateSyntaxException countWithoutUnit(DateTokenStream tokens) {
    String text = DateTokenStream.abbreviate(tokens.text.strip());
    return error(
        ExpressionFinding.of(
                DateCodes.AMBIGUOUS_SHORTHAND,
                0,
                tokens.text.length(),
                "\"" + text + "\" could be business days or calendar days")
            .withHint("write " + text + "bd, or " + text + "d")
            .withSuggestion("write " + text + "bd", tokens.text.strip() + "bd")
            .withSuggestion("write " + text + "d", tokens.text.strip() + "d"));
  }

  /// The finding about BD0 or BD-n: a schedule has no days before its first.
  static ExpressionFinding noBusinessDay(String text, int from, int to, boolean back, int n) {
    String written = DateTokenStream.abbreviate(text.substring(from, to));
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
