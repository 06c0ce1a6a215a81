package dev.procc.model.duedate.resolve;

import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;

/// The receiver of what is found while a slot is read and evaluated.
interface ResolutionListener {
  void report(DateSlot slot, ExpressionFinding fault);

  /// Reports a number of the schedule whose day is past the schedule's end.
  void afterScheduleEnd(
      DateSlot slot, ParsedDate parsed, DateExpression.BusinessDayNumber number, int day);

  /// Business days of an expression were counted by Monday to Friday alone: no text says which days
  /// are worked.
  void countedWithoutCalendar(DateSlot slot, ParsedDate parsed, DateExpression expr);

  /// Reports a default that gives no date, since it builds on a date that the node lacks.
  void defaultSkipped(DateSlot slot, String what);
}
