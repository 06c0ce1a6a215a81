package dev.procc.model.duedate.resolve;

import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;

/// A receiver of what is found while a slot is parsed and evaluated.
interface ResolutionListener {
  void report(DateSlot slot, ExpressionFinding fault);

  /// Reports a business day number whose day is after the end of the schedule.
  void afterScheduleEnd(
      DateSlot slot, ParsedDate parsed, DateExpression.BusinessDayNumber number, int day);

  /// Reports an expression whose business days were counted as Monday to Friday, since no text says
  /// which days are worked.
  void countedWithoutCalendar(DateSlot slot, ParsedDate parsed, DateExpression expr);

  /// Reports a default that was dropped, since the node lacks a date that it depends on.
  void defaultSkipped(DateSlot slot, String what);
}
