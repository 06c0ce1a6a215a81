package dev.procc.language.bind;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.yaml.Scalar;
import java.util.List;

/// Judges the syntax of a date expression.
@FunctionalInterface
interface DateSyntax {
  /// Adds what is wrong with the text.
  void check(Scalar text, List<Diagnostic> found);
}
