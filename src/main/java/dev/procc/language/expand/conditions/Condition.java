package dev.procc.language.expand.conditions;

import java.util.List;

/// The syntax tree of a condition, the text of an `if`.
///
/// ```
/// condition  = conjunction { "or" conjunction }
/// conjunction = negation { "and" negation }
/// negation   = { "not" } comparison
/// comparison = path [ "==" literal | "in" "[" literal { "," literal } "]" ]
/// ```
sealed interface Condition {
  /// True if any operand is.
  record Or(List<Condition> operands) implements Condition {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /// True if all operands are.
  record And(List<Condition> operands) implements Condition {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /// True if the operand is not.
  record Not(Condition operand) implements Condition {}

  /// True if the value of a path is one of some literals; `==` has one.
  record IsOneOf(Path path, List<Literal> values) implements Condition {
    public IsOneOf {
      values = List.copyOf(values);
    }
  }

  /// True if the value of a path is; the path may also be the word `true` or `false`.
  record IsTrue(Path path) implements Condition {}

  /// A path with its offsets in the text.
  record Path(String name, int start, int end) {}

  /// A literal value with its offsets in the text.
  ///
  /// @param quoted whether quotes make it a text
  record Literal(String value, boolean quoted, int start, int end) {}
}
