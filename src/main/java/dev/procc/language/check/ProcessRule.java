package dev.procc.language.check;

import dev.procc.base.finding.Findings;

/// A rule about one compiled process.
public non-sealed interface ProcessRule extends Rule {
  /// Adds its findings. What could not be read was reported, and is not missing: a rule that asks
  /// for something missing asks whether it is unknown.
  void check(ProcessContext process, Findings findings);
}
