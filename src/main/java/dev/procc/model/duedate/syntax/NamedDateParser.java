package dev.procc.model.duedate.syntax;

/// The parser of named dates: anchors (`start`, `process.due`), numbers of business days (`WD5`)
/// and dates of other nodes (`task(recon-ar).due`).
abstract class NamedDateParser extends NthDayParser {
  NamedDateParser(String text) {
    super(text);
  }

  DateExpression anchor(DateExpression.AnchorDate.AnchorName name) {
    advance();
    return new DateExpression.AnchorDate(name);
  }

  /// number = ( "BD" | "WD" | "T" ) , [ "+" | "-" ] , count
  DateExpression number() {
    int start = lexer.from;
    String word = lexer.lexeme();
    boolean business = isWord("bd");
    advance();
    boolean back = isSymbol('-');
    if (back || isSymbol('+')) {
      advance();
    }
    if (lexer.kind != Lexer.NUMBER) {
      throw error("A number follows \"" + word + "\", as in " + (business ? "BD5" : "WD5"));
    }
    int n = count();
    if (business && (back || n == 0)) {
      throw new DateSyntaxException(AmbiguousTerms.noBusinessDay(text, start, lastEnd, back, n));
    }
    if (word.equalsIgnoreCase("t") && back && n > 0) {
      throw new DateSyntaxException(
          ExpressionFinding.of(DateCodes.AMBIGUOUS_SHORTHAND, start, lastEnd, ambiguousT(word, n)));
    }
    return business
        ? new DateExpression.BusinessDayNumber(n)
        : new DateExpression.WorkdayNumber(back ? -n : n);
  }

  private static String ambiguousT(String word, int n) {
    return "\""
        + word
        + "-"
        + n
        + "\" could count from the last business day of the period or from the day after it:"
        + " write WD-"
        + n
        + " or WD-"
        + (n + 1);
  }

  /// ( "task" | "group" ) , "(" , path , ")" , "." , ( field | "done" )
  DateExpression reference() {
    boolean group = isWord("group");
    String name = lexer.word;
    advance();
    if (!isSymbol('(')) {
      throw error(
          "A key in parentheses follows \"" + name + "\", as in " + name + "(recon-ar).due");
    }
    lexer.path();
    String path = lexer.lexeme();
    if (lexer.kind == Lexer.BAD || path.isEmpty()) {
      throw error(
          path.isEmpty()
              ? "The key of a " + name + " is missing between the parentheses"
              : quoted() + " is not the key or path of a " + name);
    }
    advance();
    close();
    if (!isSymbol('.')) {
      throw error("Which date of " + name + "(" + path + "): write .due, .approverDue or .done");
    }
    advance();
    DateExpression.NodeReference.ReferencedDate field =
        switch (lexer.word) {
          case "due" -> DateExpression.NodeReference.ReferencedDate.DUE;
          case "approverdue" -> DateExpression.NodeReference.ReferencedDate.APPROVER_DUE;
          case "done" -> DateExpression.NodeReference.ReferencedDate.DONE;
          case "start" -> DateExpression.NodeReference.ReferencedDate.START;
          default -> throw expected("due, approverDue, done or start", DateKeywords.NODE_FIELD);
        };
    if (group && field == DateExpression.NodeReference.ReferencedDate.APPROVER_DUE) {
      throw error("A group has no approval; write .due or .done");
    }
    advance();
    return new DateExpression.NodeReference(group, path, field);
  }

  /// ( "process" | "period" ) , "." , field | ( "parent" | "previous" ) , ".due"
  DateExpression dotted() {
    int start = lexer.from;
    String owner = lexer.word;
    advance();
    if (!isSymbol('.')) {
      throw error(
          "A date of \"" + owner + "\" is missing: " + AmbiguousTerms.fieldsOf(owner) + " exist");
    }
    advance();
    String field = lexer.word;
    DateExpression.AnchorDate.AnchorName name =
        switch (owner + "." + field) {
          case "process.start" -> DateExpression.AnchorDate.AnchorName.START;
          case "process.end" -> DateExpression.AnchorDate.AnchorName.END;
          case "process.due" -> DateExpression.AnchorDate.AnchorName.PROCESS_DUE;
          case "period.start" -> DateExpression.AnchorDate.AnchorName.PERIOD_START;
          case "period.end" -> DateExpression.AnchorDate.AnchorName.PERIOD_END;
          case "parent.due" -> DateExpression.AnchorDate.AnchorName.PARENT_DUE;
          case "previous.due" -> DateExpression.AnchorDate.AnchorName.PREVIOUS_DUE;
          case "assignee.due" -> DateExpression.AnchorDate.AnchorName.DUE_DATE;
          default ->
              throw new DateSyntaxException(
                  ExpressionFinding.of(
                          DateCodes.UNKNOWN_REFERENCE,
                          start,
                          lexer.to,
                          "\"" + abbreviate(text.substring(start, lexer.to)) + "\" is not a date")
                      .withHint(
                          "known: "
                              + AmbiguousTerms.fieldsOf(owner)
                              + (owner.equals("previous")
                                  ? "; its other days are known by its key, as task(key).done"
                                  : "")));
        };
    advance();
    return new DateExpression.AnchorDate(name);
  }

  int count() {
    if (lexer.value > MAX_COUNT) {
      throw error(DateCodes.COUNT_TOO_LARGE, quoted() + " is more than 9999, the largest count");
    }
    int count = lexer.value;
    advance();
    return count;
  }

  void close() {
    if (!isSymbol(')')) {
      throw error(
          lexer.kind == Lexer.END
              ? "A closing parenthesis is missing"
              : "A closing parenthesis is missing before " + quoted());
    }
    advance();
  }

  DateSyntaxException keyIsNoDay() {
    String key = lexer.lexeme();
    return new DateSyntaxException(
        ExpressionFinding.of(
                DateCodes.SYNTAX,
                lexer.from,
                lexer.to,
                "\"" + abbreviate(key) + "\" is a span, not a day")
            .withHint("write last business day of " + key)
            .withSuggestion("write last business day of " + key, "last business day of " + key));
  }
}
