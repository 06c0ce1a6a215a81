package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text that was read once, for every place where it stands.
///
/// @param due absent when the text is not of the language
/// @param nodes the expressions in it, with their places; found by identity
record Parsed(String text, @Nullable Due due, List<Fault> faults, List<Node> nodes) {
  /// Where an expression stands in the text.
  record Node(Expr expr, int from, int to) {}

  List<Diagnostic> diagnostics(Span span) {
    List<Diagnostic> found = new ArrayList<>(faults.size());
    for (Fault fault : faults) {
      found.add(fault.at(text, span));
    }
    return found;
  }

  /// A finding about one expression of the text.
  Fault fault(Code code, Expr expr, String message) {
    Node place = new Node(expr, 0, text.length());
    for (Node node : nodes) {
      if (node.expr() == expr) {
        place = node;
        break;
      }
    }
    return Fault.of(code, place.from(), place.to(), message);
  }
}
