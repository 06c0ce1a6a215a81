package dev.procc.language.check;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import java.util.function.Consumer;

/// Judges one compiled process. What the structure check or a lookup finds is no rule: those find
/// what cannot be compiled, a rule finds what should not be run.
public interface Rule {
  Code code();

  /// Reports what it finds.
  void check(Subject subject, Consumer<Diagnostic> report);
}
