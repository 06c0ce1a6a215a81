package dev.procc.language.check;

import dev.procc.base.diagnostic.Diagnostic;
import java.util.function.Consumer;

/// Judges one compiled process.
public non-sealed interface ProcessRule extends Rule {
  /// Reports what it finds.
  void check(Subject subject, Consumer<Diagnostic> report);
}
