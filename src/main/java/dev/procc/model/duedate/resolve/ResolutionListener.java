package dev.procc.model.duedate.resolve;

import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;

/// Where reading and evaluating a slot tell what they find.
interface ResolutionListener {
  void report(DateSlot slot, ExpressionFinding fault);

  /// A number of the schedule is a day past the schedule's end.
  void afterScheduleEnd(
      DateSlot slot, ParsedDate parsed, DateExpression.BusinessDayNumber number, int day);

  /// The slot has no date, since a default's text builds on one that the node lacks.
  void defaultSkipped(DateSlot slot, String what);
}
