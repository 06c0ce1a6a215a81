package dev.procc.model.duedate.syntax;

import org.jspecify.annotations.Nullable;

/// A complete date text: an expression and its roll, or `none`.
///
/// @param expression null for `none`, which is no date on purpose
public record DateSpec(@Nullable DateExpression expression, Roll roll) {
  public static final DateSpec NONE = new DateSpec(null, Roll.UNSPECIFIED);

  public boolean isNone() {
    return expression == null;
  }

  /// The canonical form: `start + 5bd or next business day`.
  public String canonical() {
    return expression == null ? "none" : rolled(expression.canonical());
  }

  /// Another expression with the roll of this one.
  public String rolled(String other) {
    return roll == Roll.UNSPECIFIED ? other : other + " " + roll.text();
  }

  @Override
  public String toString() {
    return canonical();
  }
}
