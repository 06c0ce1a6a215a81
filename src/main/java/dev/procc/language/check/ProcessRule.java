package dev.procc.language.check;

import dev.procc.base.finding.Findings;

/// Judges one compiled process.
public non-sealed interface ProcessRule extends Rule {
  /// Reports what it finds.
  void check(ProcessContext process, Findings findings);
}
