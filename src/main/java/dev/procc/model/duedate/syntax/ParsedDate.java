package dev.procc.model.duedate.syntax;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parsed text, shared by all fields that have it.
///
/// @param spec null if the text is not a date expression
/// @param positions its expressions with their offsets, found by identity
public record ParsedDate(
    String text,
    @Nullable DateSpec spec,
    List<ExpressionFinding> findings,
    List<ExpressionPosition> positions) {
  /// The offsets of an expression in the text.
  record ExpressionPosition(DateExpression expr, int from, int to) {}

  /// The named dates in it.
  public List<DateExpression.AnchorDate> anchors() {
    List<DateExpression.AnchorDate> anchors = new ArrayList<>();
    for (ExpressionPosition position : positions) {
      if (position.expr() instanceof DateExpression.AnchorDate anchor) {
        anchors.add(anchor);
      }
    }
    return anchors;
  }

  List<Finding> findingsAt(Span span) {
    List<Finding> located = new ArrayList<>(findings.size());
    for (ExpressionFinding finding : findings) {
      located.add(finding.toFinding(text, span));
    }
    return located;
  }

  /// A finding about one expression of the text.
  public ExpressionFinding findingOn(Code code, DateExpression expr, String message) {
    ExpressionPosition position = new ExpressionPosition(expr, 0, text.length());
    for (ExpressionPosition candidate : positions) {
      if (candidate.expr() == expr) {
        position = candidate;
        break;
      }
    }
    return ExpressionFinding.of(code, position.from(), position.to(), message);
  }
}
