package dev.procc.language.check;

import dev.procc.base.finding.Finding;
import java.util.function.Consumer;

/// Judges one compiled process.
public non-sealed interface ProcessRule extends Rule {
  /// Reports what it finds.
  void check(ProcessContext process, Consumer<Finding> report);
}
