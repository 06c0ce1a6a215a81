package dev.procc.language.check;

import dev.procc.base.finding.Findings;

/// A rule about one compiled process.
public non-sealed interface ProcessRule extends Rule {
  /// Adds its findings.
  void check(ProcessContext process, Findings findings);
}
