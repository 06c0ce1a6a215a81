package dev.procc.language.expand;

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
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /// All of them.
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition of) implements Condition {}

  /// A path that is one of some values; with `==` there is one.
  record OneOf(Path path, List<Literal> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// A path that is true or false itself, or one of these words.
  record Truth(Path path) implements Condition {}

  /// A name and where it stands in the text.
  record Path(String name, int start, int end) {}

  /// A value and whether quotes make it a text for certain.
  record Literal(String value, boolean quoted) {}
}
