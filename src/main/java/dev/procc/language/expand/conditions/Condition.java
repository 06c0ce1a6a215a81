package dev.procc.language.expand.conditions;

import java.util.List;

/// An `if`, read.
///
/// ```
/// condition  = conjunction { "or" conjunction }
/// conjunction = negation { "and" negation }
/// negation   = { "not" } comparison
/// comparison = path [ "==" literal | "in" "[" literal { "," literal } "]" ]
/// ```
sealed interface Condition {
  /// Any of them.
  record Or(List<Condition> operands) implements Condition {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /// All of them.
  record And(List<Condition> operands) implements Condition {
    public And {
      operands = List.copyOf(operands);
    }
  }

  record Not(Condition operand) implements Condition {}

  /// A path that is one of some values; with `==` there is one.
  record IsOneOf(Path path, List<Literal> values) implements Condition {
    public IsOneOf {
      values = List.copyOf(values);
    }
  }

  /// A path that is true or false itself, or one of these words.
  record IsTrue(Path path) implements Condition {}

  /// A name and where it stands in the text.
  record Path(String name, int start, int end) {}

  /// A value and whether quotes make it a text for certain.
  record Literal(String value, boolean quoted) {}
}
