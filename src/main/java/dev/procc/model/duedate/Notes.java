package dev.procc.model.duedate;

/// Where an evaluation tells what it finds.
interface Notes {
  void fault(Fault fault);

  /// The slot has no date, since a default's text builds on one that the node lacks.
  void skip(Expr expr, String what);
}
