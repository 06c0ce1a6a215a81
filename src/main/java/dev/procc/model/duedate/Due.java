package dev.procc.model.duedate;

import org.jspecify.annotations.Nullable;

/// A whole text of the date language: an expression and what to do on a day off, or `none`.
///
/// @param expression absent for `none`: no value, on purpose
public record Due(@Nullable Expr expression, Roll roll) {
  public static final Due NONE = new Due(null, Roll.UNSAID);

  public boolean isNone() {
    return expression == null;
  }

  /// The one way to write it: `start + 5bd or next business day`.
  public String canonical() {
    if (expression == null) {
      return "none";
    }
    String text = expression.canonical();
    return roll == Roll.UNSAID ? text : text + " " + roll.words();
  }

  @Override
  public String toString() {
    return canonical();
  }
}
