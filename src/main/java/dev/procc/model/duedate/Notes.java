package dev.procc.model.duedate;

/// Where reading and evaluating a slot tell what they find.
interface Notes {
  void fault(Slot slot, Fault fault);

  /// A number of the schedule is a day past the schedule's end.
  void pastEnd(Slot slot, Parsed parsed, Expr.BusinessDay number, int day);

  /// The slot has no date, since a default's text builds on one that the node lacks.
  void skip(Slot slot, String what);
}
